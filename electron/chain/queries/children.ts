import { type Hotkey, toTake } from '../../../shared/units/index.ts';
import type { ChildRecord } from '../delegation-port.ts';
import { listOf } from '../scale/plain.ts';
import { ScaleError } from '../scale/reader.ts';

/** Vec<(u64 proportion, AccountId32)>, the shape of ChildKeys and ParentKeys. */
export function toChildren(value: unknown): readonly ChildRecord[] {
  return listOf(value ?? []).map((entry) => {
    const [proportion, hotkey] = listOf(entry);
    if (typeof proportion !== 'bigint' || typeof hotkey !== 'string') throw new ScaleError('not a child and its share');
    return { hotkey: hotkey as Hotkey, proportion };
  });
}

/** A take stored as u16; absent ones are zero. */
export function takeOf(value: unknown): ReturnType<typeof toTake> {
  return toTake(Number(value ?? 0n));
}
