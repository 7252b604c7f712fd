import type { Exit } from '../../shared/contract/index.ts';
import { isRoot, type Netuid } from '../../shared/units/index.ts';
import { cleanText } from './hostile-text.ts';
import type { ExportFacts } from './portfolio-export.ts';

/** An amount in base units as text, so that no reader loses digits, with the name of the unit. */
interface Figure {
  readonly amount: string;
  readonly unit: 'rao' | 'alpha base units' | 'rao per alpha';
  readonly netuid?: number;
}

const LONGEST_NAME = 256;
const clean = (raw: string): string => cleanText(raw, LONGEST_NAME).text;

const rao = (value: bigint): Figure => ({ amount: value.toString(), unit: 'rao' });

function stake(value: bigint, netuid: Netuid): Figure {
  return isRoot(netuid) ? rao(value) : { amount: value.toString(), unit: 'alpha base units', netuid };
}

function exitOf(exit: Exit): object {
  if (exit.is === 'unknown') return { is: exit.is };
  return exit.is === 'cannot'
    ? { is: exit.is, blockNumber: exit.blockNumber }
    : { is: exit.is, value: rao(exit.tao), blockNumber: exit.blockNumber };
}

/** The same figures as the CSV, in base units, with the totals. Names are cleaned as on screen. */
export function portfolioJson(facts: ExportFacts): string {
  const owner = (address: string) => ({ account: clean(facts.labelOf(address) ?? ''), address });
  const { totals } = facts;
  const document = {
    format: 'soma portfolio 1',
    network: facts.network,
    block: { number: facts.block.blockNumber, hash: facts.block.blockHash },
    exportedAt: new Date(facts.exportedAtMs).toISOString(),
    units: {
      rao: '1 TAO = 1000000000 rao',
      'alpha base units':
        '1 alpha of the named subnet = 1000000000 base units; alphas of two subnets are two currencies',
      'rao per alpha': 'spot price before fees and price impact',
    },
    totals: {
      free: rao(totals.free),
      reserved: rao(totals.reserved),
      stakedSpot: rao(totals.stakedSpot),
      total: rao(totals.total),
      stakedExit: rao(totals.stakedExit),
      exitComplete: totals.exitComplete,
      ...(totals.claimable === undefined ? {} : { claimable: { ...rao(totals.claimable), spendable: false } }),
    },
    balances: facts.balances.map((balance) => ({
      ...owner(balance.address),
      free: rao(balance.free),
      reserved: rao(balance.reserved),
      frozen: rao(balance.frozen),
      transferable: rao(balance.transferable),
    })),
    positions: facts.positions.map(({ coldkey, hotkey, netuid, earned, ...position }) => ({
      ...owner(coldkey),
      validator: clean(position.validatorName ?? ''),
      hotkey,
      netuid,
      subnet: clean(position.subnetName),
      staked: stake(position.alpha, netuid),
      price: { amount: position.price.toString(), unit: 'rao per alpha' } satisfies Figure,
      spotValue: rao(position.spotValue),
      exit: exitOf(position.exit),
      ...(earned === undefined
        ? {}
        : {
            earned: {
              ...stake(earned.alpha, netuid),
              exact: earned.exact,
              sinceBlock: earned.fromBlock,
              since: new Date(earned.fromTimeMs).toISOString(),
            },
          }),
    })),
    locks: facts.locks.map(({ coldkey, netuid, total, locked, available }) => ({
      ...owner(coldkey),
      netuid,
      total: stake(total, netuid),
      locked: stake(locked, netuid),
      available: stake(available, netuid),
    })),
    rootDividends: facts.rootDividends.map(({ coldkey, hotkey, netuid, owed, threshold, spotValue }) => ({
      ...owner(coldkey),
      hotkey,
      netuid,
      owed: stake(owed, netuid),
      claimThreshold: stake(threshold, netuid),
      spotValue: rao(spotValue),
    })),
    ...(facts.baskets === undefined
      ? {}
      : {
          baskets: facts.baskets.map(({ coldkey, hotkey, validatorName, owed, threshold, blockNumber }) => ({
            ...owner(coldkey),
            validator: clean(validatorName ?? ''),
            hotkey,
            claimPays: rao(owed),
            claimThreshold: rao(threshold),
            spendable: false,
            quotedAtBlock: blockNumber,
          })),
        }),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
