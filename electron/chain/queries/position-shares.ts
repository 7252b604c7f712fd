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
  const bytes = memo(keyBytes);
  const pools = memo((pool: string) => {
    const [hotkey = '', netuid = ''] = pool.split('/');
    const keys = [bytes(hotkey), u16Bytes(Number(netuid))];
    const old = batch.add(PALLET, 'TotalHotkeyShares', ...keys);
    const now = batch.add(PALLET, 'TotalHotkeySharesV2', ...keys);
    return { old, now, alpha: batch.add(PALLET, 'TotalHotkeyAlpha', ...keys) };
  });
  const asked = positions.map(({ coldkey, hotkey, netuid }) => {
    const keys = [bytes(hotkey), bytes(coldkey), u16Bytes(netuid)];
    const old = batch.add(PALLET, 'Alpha', ...keys);
    return { old, now: batch.add(PALLET, 'AlphaV2', ...keys), pool: pools(`${hotkey}/${netuid}`) };
  });
  await batch.read();
  return asked.map(({ old, now, pool }, index) => {
    const { coldkey, hotkey, netuid } = positions[index] as PositionKey;
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

function either(old: StoredValue, now: StoredValue): bigint {
  if (old.present) return shareUnits(old.value);
  return now.present ? shareUnits(now.value) : 0n;
}

function memo<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) {
      value = make(key);
      made.set(key, value);
    }
    return value;
  };
}
