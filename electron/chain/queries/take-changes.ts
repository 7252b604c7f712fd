import type { Hotkey } from '../../../shared/units/index.ts';
import { asInt, multiQuery } from './multi-query.ts';
import type { ReadAt } from './read-at.ts';
import { keyBytes } from './storage-entry.ts';

/** SubtensorModule.LastTxBlockDelegateTake: the block of the last change of take, 0 where there was none. */
export async function getTakeChanges(at: ReadAt, hotkeys: readonly Hotkey[]): Promise<readonly number[]> {
  if (!at.runtime.capabilities.takeChanges) return hotkeys.map(() => 0);
  const [values = []] = await multiQuery(at, [
    { item: 'LastTxBlockDelegateTake', keys: hotkeys.map((hotkey) => [keyBytes(hotkey)]) },
  ]);
  return hotkeys.map((_, index) => blockOf(values[index]));
}

/** A height; what is beyond any chain counts as never. */
export function blockOf(value: unknown): number {
  const height = asInt(value);
  return height > 0xffff_ffffn ? 0 : Number(height);
}
