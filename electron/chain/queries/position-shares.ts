import { toAlphaRao } from '../../../shared/units/index.ts';
import type { PositionKey, PositionShares } from '../delegation-port.ts';
import { shareUnits } from '../scale/fixed.ts';
import { u16Bytes } from '../scale/writer.ts';
import type { ReadAt } from './read-at.ts';
import { StorageBatch, type StoredValue } from './storage-batch.ts';
import { keyBytes } from './storage-entry.ts';

const PALLET = 'SubtensorModule';

/**
 * Shares of positions in their validators' pools, in the order asked; one wave. Shares move lazily from the old maps to
 * the V2 maps: where the old map holds something, that counts, as in the runtime itself.
 */
export async function getPositionShares(
  at: ReadAt,
  positions: readonly PositionKey[],
): Promise<readonly PositionShares[]> {
  const batch = new StorageBatch(at);
  const pools = new Map<string, Pool>();
  const poolOf = ({ hotkey, netuid }: PositionKey): Pool => {
    const keys = [keyBytes(hotkey), u16Bytes(netuid)];
    const name = `${hotkey}/${netuid}`;
    const pool = pools.get(name) ?? {
      old: batch.add(PALLET, 'TotalHotkeyShares', ...keys),
      now: batch.add(PALLET, 'TotalHotkeySharesV2', ...keys),
      alpha: batch.add(PALLET, 'TotalHotkeyAlpha', ...keys),
    };
    pools.set(name, pool);
    return pool;
  };
  const asked = positions.map((position) => {
    const keys = [keyBytes(position.hotkey), keyBytes(position.coldkey), u16Bytes(position.netuid)];
    const old = batch.add(PALLET, 'Alpha', ...keys);
    return { position, old, now: batch.add(PALLET, 'AlphaV2', ...keys), pool: poolOf(position) };
  });
  await batch.read();
  return asked.map(({ position: { coldkey, hotkey, netuid }, old, now, pool }) => {
    const total = pool.alpha().value;
    return {
      coldkey,
      hotkey,
      netuid,
      shares: either(old(), now()),
      totalShares: either(pool.old(), pool.now()),
      totalAlpha: toAlphaRao(typeof total === 'bigint' ? total : 0n),
    };
  });
}

interface Pool {
  readonly old: () => StoredValue;
  readonly now: () => StoredValue;
  readonly alpha: () => StoredValue;
}

function either(old: StoredValue, now: StoredValue): bigint {
  if (old.present) return shareUnits(old.value);
  return now.present ? shareUnits(now.value) : 0n;
}
