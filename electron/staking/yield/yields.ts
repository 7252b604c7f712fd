import type { MeasuredYield } from '../../../shared/contract/index.ts';
import { type AlphaRao, RAO_PER_TAO } from '../../../shared/units/index.ts';
import { aprPpm, apyPpm } from './annual.ts';
import type { HotkeyMeasures } from './measure.ts';
import { addRates, ZERO_RATE } from './rate.ts';

/** Yearly yield of staking alpha with a validator on one subnet, in that alpha. Undefined where nothing was measured. */
export function subnetYield(measures: HotkeyMeasures | undefined, yearBlocks: bigint): MeasuredYield | undefined {
  const nominators = measures?.nominators;
  if (measures === undefined || nominators === undefined) return undefined;
  const apr = aprPpm(nominators.median, measures.periodBlocks, yearBlocks);
  if (apr === undefined) return undefined;
  const apy = apyPpm(nominators.median, measures.periodBlocks, yearBlocks);
  const { epochs, fromBlock, toBlock } = nominators;
  return {
    method: 'subnet_dividends',
    aprPpm: apr,
    ...(apy === undefined ? {} : { apyPpm: apy }),
    epochs,
    fromBlock,
    toBlock,
  };
}

/**
 * Yearly yield of root stake with a validator, in TAO at the prices of the readings: what its root stakers were paid on
 * every subnet, over its root stake (rao). Undefined while a subnet has not been read (the sum would be short) or nothing
 * is staked. No compounding: root dividends are paid in alpha and must be claimed.
 */
export function rootYield(
  everywhere: readonly (HotkeyMeasures | undefined)[],
  rootStake: AlphaRao,
  yearBlocks: bigint,
): MeasuredYield | undefined {
  const parts = everywhere.flatMap((measures) => (measures === undefined ? [] : [measures.root]));
  if (parts.length === 0 || parts.length < everywhere.length || rootStake === 0n) return undefined;
  const perBlock = parts.map(({ median }) => median).reduce(addRates, ZERO_RATE);
  const apr = aprPpm({ num: perBlock.num, den: perBlock.den * RAO_PER_TAO * rootStake }, 1, yearBlocks);
  if (apr === undefined) return undefined;
  return {
    method: 'root_dividends',
    aprPpm: apr,
    epochs: Math.min(...parts.map(({ epochs }) => epochs)),
    fromBlock: Math.min(...parts.map(({ fromBlock }) => fromBlock)),
    toBlock: Math.max(...parts.map(({ toBlock }) => toBlock)),
  };
}
