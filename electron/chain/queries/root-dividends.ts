import {
  type AlphaRao,
  type Coldkey,
  type Hotkey,
  type Netuid,
  toAlphaRao,
  toNetuid,
} from '../../../shared/units/index.ts';
import type { RootDividendRecord } from '../delegation-port.ts';
import { ceilI96F32, fixedBits, timesI96F32 } from '../scale/fixed.ts';
import { listOf } from '../scale/plain.ts';
import { ScaleError } from '../scale/reader.ts';
import { u16Bytes } from '../scale/writer.ts';
import type { ReadAt } from './read-at.ts';
import { StorageBatch } from './storage-batch.ts';
import { keyBytes } from './storage-entry.ts';

const PALLET = 'SubtensorModule';

export interface RootPosition {
  readonly coldkey: Coldkey;
  readonly hotkey: Hotkey;
  readonly rootStake: AlphaRao;
}

/**
 * Alpha that validators owe to root stakers (chain guide, 3.6): rate x root stake - claimed. Two waves: the rates of the
 * validators, then what was claimed wherever anything was earned. Thresholds are rounded up: what reaches ours, the
 * runtime pays.
 */
export async function getRootDividends(
  at: ReadAt,
  positions: readonly RootPosition[],
): Promise<readonly RootDividendRecord[]> {
  if (!at.runtime.capabilities.rootClaims || positions.length === 0) return [];
  const rates = await getRates(at, [...new Set(positions.map(({ hotkey }) => hotkey))]);
  const batch = new StorageBatch(at);
  const thresholds = new Map<Netuid, () => unknown>();
  const asked = positions.flatMap(({ coldkey, hotkey, rootStake }) =>
    (rates.get(hotkey) ?? []).flatMap(([netuid, rate]) => {
      const earned = timesI96F32(rate, rootStake);
      if (earned === 0n) return [];
      const subnet = u16Bytes(netuid);
      if (!thresholds.has(netuid)) {
        const threshold = batch.add(PALLET, 'RootClaimableThreshold', subnet);
        thresholds.set(netuid, () => threshold().value);
      }
      const claimed = batch.add(PALLET, 'RootClaimed', subnet, keyBytes(hotkey), keyBytes(coldkey));
      return [{ coldkey, hotkey, netuid, earned, claimed }];
    }),
  );
  await batch.read();
  return asked.flatMap(({ coldkey, hotkey, netuid, earned, claimed }) => {
    const { value } = claimed();
    const mark = typeof value === 'bigint' ? value : 0n;
    const owed = earned - mark;
    if (owed <= 0n) return [];
    const threshold = ceilI96F32(fixedBits(thresholds.get(netuid)?.() ?? 0n));
    return [{ coldkey, hotkey, netuid, owed: toAlphaRao(owed), claimed: mark, threshold: toAlphaRao(threshold) }];
  });
}

type Rates = readonly (readonly [netuid: Netuid, bits: bigint])[];

/** RootClaimable: BTreeMap<u16, I96F32> of alpha per rao of root stake. */
async function getRates(at: ReadAt, hotkeys: readonly Hotkey[]): Promise<ReadonlyMap<Hotkey, Rates>> {
  const batch = new StorageBatch(at);
  const stored = hotkeys.map((hotkey) => batch.add(PALLET, 'RootClaimable', keyBytes(hotkey)));
  await batch.read();
  return new Map(hotkeys.map((hotkey, index) => [hotkey, toRates(stored[index]?.().value)]));
}

function toRates(value: unknown): Rates {
  const seen = new Set<Netuid>();
  return listOf(value ?? []).map((entry) => {
    const [id, rate] = listOf(entry);
    const netuid = toNetuid(Number(id));
    if (seen.has(netuid)) throw new ScaleError('the rate of a subnet is told twice');
    seen.add(netuid);
    return [netuid, fixedBits(rate)];
  });
}
