import {
  type AlphaRao,
  type Coldkey,
  type Hotkey,
  MAX_U64,
  type Netuid,
  toAlphaRao,
  toNetuid,
} from '../../../shared/units/index.ts';
import type { RootDividendRecord } from '../delegation-port.ts';
import { listOf, recordOf } from '../scale/plain.ts';
import { u16Bytes } from '../scale/writer.ts';
import { asInt, multiQuery } from './multi-query.ts';
import type { ReadAt } from './read-at.ts';
import { keyBytes } from './storage-entry.ts';

export interface RootPosition {
  readonly coldkey: Coldkey;
  readonly hotkey: Hotkey;
  /** Root stake, rao. */
  readonly rootStake: AlphaRao;
}

/** Fractional bits of I96F32. */
const FRACTION = 32n;

const bitsOf = (value: unknown): bigint => asInt(recordOf(value)['bits']);

/**
 * owed = RootClaimable(hotkey)[netuid] x root stake - RootClaimed(netuid, hotkey, coldkey), never below 0 (chain guide 3.6).
 * Two waves: what each validator has to give, then what was taken of it. Rows owed nothing are left out.
 */
export async function getRootDividends(
  at: ReadAt,
  positions: readonly RootPosition[],
): Promise<readonly RootDividendRecord[]> {
  if (!at.runtime.capabilities.rootClaims || positions.length === 0) return [];
  const hotkeys = [...new Set(positions.map(({ hotkey }) => hotkey))];
  const [claimables = []] = await multiQuery(at, [
    { item: 'RootClaimable', keys: hotkeys.map((hotkey) => [keyBytes(hotkey)]) },
  ]);
  const rates = new Map(hotkeys.map((hotkey, index) => [hotkey, ratesOf(claimables[index])]));
  const rows = positions.flatMap((position) =>
    (rates.get(position.hotkey) ?? []).map(([netuid, rate]) => ({ ...position, netuid, rate })),
  );
  const netuids = [...new Set(rows.map(({ netuid }) => netuid))];
  const [claimed = [], thresholds = []] = await multiQuery(at, [
    {
      item: 'RootClaimed',
      keys: rows.map(({ netuid, hotkey, coldkey }) => [u16Bytes(netuid), keyBytes(hotkey), keyBytes(coldkey)]),
    },
    { item: 'RootClaimableThreshold', keys: netuids.map((netuid) => [u16Bytes(netuid)]) },
  ]);
  const threshold = new Map(netuids.map((netuid, index) => [netuid, bitsOf(thresholds[index]) >> FRACTION]));
  return rows.flatMap(({ coldkey, hotkey, netuid, rate, rootStake }, index) => {
    const owed = ((rate * rootStake) >> FRACTION) - asInt(claimed[index]);
    if (owed <= 0n) return [];
    const least = threshold.get(netuid) ?? 0n;
    return [{ coldkey, hotkey, netuid, owed: capped(owed), threshold: capped(least > 0n ? least : 0n) }];
  });
}

/** What a lying node could blow up beyond any alpha there is. */
const capped = (value: bigint): AlphaRao => toAlphaRao(value > MAX_U64 ? MAX_U64 : value);

/** BTreeMap<u16, I96F32>. */
function ratesOf(value: unknown): readonly (readonly [Netuid, bigint])[] {
  return listOf(value).map((pair) => {
    const [netuid, rate] = listOf(pair);
    return [toNetuid(Number(netuid)), bitsOf(rate)] as const;
  });
}
