import type { Hotkey } from '../../../shared/units/index.ts';
import { blockNumberOf } from '../scale/plain.ts';
import { concatBytes } from '../scale/writer.ts';
import type { ReadAt } from './read-at.ts';
import { StorageBatch } from './storage-batch.ts';
import { keyBytes } from './storage-entry.ts';

const PALLET = 'SubtensorModule';
const NAME = 'LastTxBlockDelegateTake';

/** Block of the last change of each hotkey's take, 0 where never, in the order asked. One wave. */
export async function getTakeChanges(at: ReadAt, hotkeys: readonly Hotkey[]): Promise<readonly number[]> {
  const batch = new StorageBatch(at);
  const changes = hotkeys.map((hotkey) => addTakeChange(at, batch, hotkey));
  await batch.read();
  return changes.map((change) => change());
}

/**
 * Adds the block of the last change of a take. Later runtimes keep it in LastRateLimitedBlock under a RateLimitKey and
 * leave the map of its own name behind, empty: the later of the two counts.
 */
export function addTakeChange(at: ReadAt, batch: StorageBatch, hotkey: Hotkey): () => number {
  const { codec } = at.runtime;
  const own = batch.add(PALLET, NAME, keyBytes(hotkey));
  const keyType = codec.storage(PALLET, 'LastRateLimitedBlock')?.keyType;
  const variant = keyType === undefined ? undefined : codec.variantIndex(keyType, NAME);
  const shared =
    variant === undefined
      ? undefined
      : batch.add(PALLET, 'LastRateLimitedBlock', concatBytes(Uint8Array.of(variant), keyBytes(hotkey)));
  return () => Math.max(...[own, shared].map((stored) => blockNumberOf(stored?.().value ?? 0n)));
}
