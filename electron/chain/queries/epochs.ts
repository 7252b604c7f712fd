import { type Hotkey, type Netuid, toAlphaRao } from '../../../shared/units/index.ts';
import type { EpochReading } from '../delegation-port.ts';
import { u16Bytes } from '../scale/writer.ts';
import { asInt, multiQuery } from './multi-query.ts';
import type { ReadAt } from './read-at.ts';
import { keyBytes } from './storage-entry.ts';
import { blockOf } from './take-changes.ts';

export interface EpochQuery {
  readonly netuid: Netuid;
  readonly hotkeys: readonly Hotkey[];
}

/**
 * What the last epoch of each subnet paid to the nominators of these validators (chain guide 4.4), in one wave. Empty where
 * the runtime keeps no dividends.
 */
export async function getEpochs(at: ReadAt, wanted: readonly EpochQuery[]): Promise<readonly EpochReading[]> {
  const { codec, capabilities } = at.runtime;
  if (!capabilities.epochDividends || wanted.length === 0) return [];
  const hasEpochBlock = codec.storage('SubtensorModule', 'LastEpochBlock') !== undefined;
  const hasRoot = codec.storage('SubtensorModule', 'RootAlphaDividendsPerSubnet') !== undefined;
  const subnets = wanted.map(({ netuid }) => [u16Bytes(netuid)]);
  const pairs = wanted.flatMap(({ netuid, hotkeys }) => hotkeys.map((hotkey) => ({ netuid, hotkey })));
  const bySubnet = pairs.map(({ netuid, hotkey }) => [u16Bytes(netuid), keyBytes(hotkey)]);
  const [tempos = [], marks = [], dividends = [], stakes = [], roots = []] = await multiQuery(at, [
    { item: 'Tempo', keys: subnets },
    { item: hasEpochBlock ? 'LastEpochBlock' : 'BlocksSinceLastStep', keys: subnets },
    { item: 'AlphaDividendsPerSubnet', keys: bySubnet },
    {
      item: 'TotalHotkeyAlphaLastEpoch',
      keys: pairs.map(({ netuid, hotkey }) => [keyBytes(hotkey), u16Bytes(netuid)]),
    },
    ...(hasRoot ? [{ item: 'RootAlphaDividendsPerSubnet', keys: bySubnet }] : []),
  ]);
  let next = 0;
  return wanted.map(({ netuid, hotkeys }, index) => {
    const tempo = Number(asInt(tempos[index]));
    const mark = blockOf(marks[index]);
    return {
      netuid,
      epochBlock: hasEpochBlock ? mark : Math.max(0, at.block.blockNumber - mark),
      // Up to 365 an epoch runs every tempo + 1 blocks.
      periodBlocks: hasEpochBlock ? tempo : tempo + 1,
      rows: hotkeys.map((hotkey) => {
        const row = next;
        next += 1;
        return {
          hotkey,
          netuid,
          dividends: toAlphaRao(asInt(dividends[row])),
          stakeAfter: toAlphaRao(asInt(stakes[row])),
          rootDividends: toAlphaRao(asInt(roots[row])),
        };
      }),
    };
  });
}
