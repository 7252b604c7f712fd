import { toAlphaRao } from '../../../shared/units/index.ts';
import type { PositionKey, PositionShares } from '../delegation-port.ts';
import { recordOf } from '../scale/plain.ts';
import { ScaleError } from '../scale/reader.ts';
import { u16Bytes } from '../scale/writer.ts';
import type { ReadAt } from './read-at.ts';
import { keyBytes } from './storage-entry.ts';

/** Shares are told in 2^-64 units, the unit of the older maps. */
const SCALE = 1n << 64n;
/** 10^-n below this is nothing in 2^-64 units of any u128 mantissa; above it no share can be. */
const MAX_EXPONENT = 80n;

/**
 * Shares of positions and of their pools. There are two generations of maps, moved over one entry at a time: a value in the
 * old one counts, else the new one (chain guide 3.2). One wave.
 */
export async function getPositionShares(
  at: ReadAt,
  positions: readonly PositionKey[],
): Promise<readonly PositionShares[]> {
  const own = shareMaps(at, ['Alpha', 'AlphaV2']);
  const pool = shareMaps(at, ['TotalHotkeyShares', 'TotalHotkeySharesV2']);
  const total = shareMaps(at, ['TotalHotkeyAlpha']);
  const rows = positions.map(({ coldkey, hotkey, netuid }) => {
    const place = [keyBytes(hotkey), u16Bytes(netuid)] as const;
    const ownKey = [keyBytes(hotkey), keyBytes(coldkey), u16Bytes(netuid)] as const;
    return { own: own.map((map) => map.key(...ownKey)), pool: [...pool, ...total].map((map) => map.key(...place)) };
  });
  const keys = [...new Set(rows.flatMap((row) => [...row.own, ...row.pool]))];
  const values = await at.storage(keys);
  const raw = new Map(keys.map((key, index) => [key, values[index] ?? null]));
  return positions.map((position, index) => {
    const row = rows[index] ?? { own: [], pool: [] };
    const poolKeys = row.pool.slice(0, pool.length);
    const alphaKey = row.pool[pool.length];
    const alpha = total[0]?.decode(raw.get(alphaKey ?? '') ?? null);
    return {
      ...position,
      shares: firstStored(own, row.own, raw),
      totalShares: firstStored(pool, poolKeys, raw),
      totalAlpha: toAlphaRao(typeof alpha === 'bigint' ? alpha : 0n),
    };
  });
}

interface ShareMap {
  readonly key: (...keys: readonly Uint8Array[]) => string;
  readonly decode: (value: string | null) => unknown;
}

function shareMaps(at: ReadAt, items: readonly string[]): readonly ShareMap[] {
  return items.flatMap((item) => at.runtime.codec.storage('SubtensorModule', item) ?? []);
}

function firstStored(
  maps: readonly ShareMap[],
  keys: readonly string[],
  raw: ReadonlyMap<string, string | null>,
): bigint {
  for (const [index, map] of maps.entries()) {
    const stored = raw.get(keys[index] ?? '') ?? null;
    if (stored !== null) return sharesOf(map.decode(stored));
  }
  return 0n;
}

/** A u64 (whole shares), U64F64 ({bits}) or SafeFloat ({mantissa, exponent}), in 2^-64 units, rounded down. */
export function sharesOf(value: unknown): bigint {
  if (typeof value === 'bigint') return value * SCALE;
  const record = recordOf(value);
  if (typeof record['bits'] === 'bigint') return record['bits'];
  const { mantissa, exponent } = record;
  if (typeof mantissa !== 'bigint' || typeof exponent !== 'bigint') throw new ScaleError('shares of an unknown kind');
  if (exponent > MAX_EXPONENT) throw new ScaleError('more shares than can be');
  if (exponent < -MAX_EXPONENT) return 0n;
  return exponent >= 0n ? mantissa * 10n ** exponent * SCALE : (mantissa * SCALE) / 10n ** -exponent;
}
