import { type AlphaRao, type Hotkey, type Netuid, toAlphaRao } from '../../../shared/units/index.ts';
import type { EpochReading } from '../delegation-port.ts';
import { blockNumberOf } from '../scale/plain.ts';
import { u16Bytes } from '../scale/writer.ts';
import { pacer } from './pacer.ts';
import type { ReadAt } from './read-at.ts';
import { StorageBatch, type StoredValue } from './storage-batch.ts';
import { keyBytes } from './storage-entry.ts';

const PALLET = 'SubtensorModule';

export interface EpochsWanted {
  readonly netuid: Netuid;
  readonly hotkeys: readonly Hotkey[];
}

type Stored = () => StoredValue;

/** A subnet with what was asked about it, to be looked at once the wave is in. */
interface AskedSubnet {
  readonly netuid: Netuid;
  readonly added: Stored;
  readonly tempo: Stored;
  readonly mark: Stored;
  readonly rows: readonly {
    readonly hotkey: Hotkey;
    readonly dividends: Stored;
    readonly stakeAfter: Stored;
    readonly rootDividends: Stored;
  }[];
}

/**
 * What the last epochs paid (chain guide, 4.4), all in one wave, and the thread is given back between subnets. Those that do not
 * exist are left out; rows are empty where the runtime keeps no dividends.
 */
export async function getEpochs(at: ReadAt, wanted: readonly EpochsWanted[]): Promise<readonly EpochReading[]> {
  const { codec, capabilities } = at.runtime;
  const batch = new StorageBatch(at);
  const rest = pacer();
  const keepsEpochs = codec.storage(PALLET, 'LastEpochBlock') !== undefined;
  const subnets: AskedSubnet[] = [];
  for (const { netuid, hotkeys } of wanted) {
    await rest();
    const id = u16Bytes(netuid);
    subnets.push({
      netuid,
      added: batch.add(PALLET, 'NetworksAdded', id),
      tempo: batch.add(PALLET, 'Tempo', id),
      mark: batch.add(PALLET, keepsEpochs ? 'LastEpochBlock' : 'BlocksSinceLastStep', id),
      rows: (capabilities.epochDividends ? hotkeys : []).map((hotkey) => ({
        hotkey,
        dividends: batch.add(PALLET, 'AlphaDividendsPerSubnet', id, keyBytes(hotkey)),
        stakeAfter: batch.add(PALLET, 'TotalHotkeyAlphaLastEpoch', keyBytes(hotkey), id),
        rootDividends: batch.add(PALLET, 'RootAlphaDividendsPerSubnet', id, keyBytes(hotkey)),
      })),
    });
  }
  await batch.read();
  const readings: EpochReading[] = [];
  for (const { netuid, added, tempo, mark, rows } of subnets) {
    await rest();
    if (added().value !== true) continue;
    const tempoBlocks = blockNumberOf(tempo().value);
    const marked = blockNumberOf(mark().value);
    readings.push({
      netuid,
      epochBlock: keepsEpochs ? marked : sinceEpoch(at.block.blockNumber, netuid, tempoBlocks, mark(), marked),
      // Runtimes without LastEpochBlock fire whenever a counter modulo tempo + 1 comes around (guide, 5.2).
      periodBlocks: keepsEpochs ? tempoBlocks : tempoBlocks + 1,
      rows: rows.map(({ hotkey, dividends, stakeAfter, rootDividends }) => ({
        hotkey,
        netuid,
        dividends: alphaOf(dividends()),
        stakeAfter: alphaOf(stakeAfter()),
        rootDividends: alphaOf(rootDividends()),
      })),
    });
  }
  return readings;
}

/** Block of the last epoch: counted back from now, or, where no count is kept, by the rule that fires epochs. */
function sinceEpoch(now: number, netuid: Netuid, tempo: number, { present }: StoredValue, since: number): number {
  const back = present ? since : (((now + netuid + 1) % (tempo + 1)) + 1) % (tempo + 1);
  return Math.max(0, now - back);
}

function alphaOf({ value }: StoredValue): AlphaRao {
  return toAlphaRao(typeof value === 'bigint' ? value : 0n);
}
