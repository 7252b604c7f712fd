import type { Exec } from '../exec.ts';
import { ByteReader } from '../extrinsic/reader.ts';
import { bytesOf, concatBytes } from '../hex.ts';
import { interfaceOf } from '../interface.ts';
import type { State } from '../port.ts';
import { editionOf } from '../storage/baskets.ts';
import { EventCount, Events } from '../storage/system.ts';

const EVENTS_KEY = Events.keyOf();

/** Compact length prefix of a list. */
export function compactLength(value: number): Uint8Array {
  if (value < 64) return Uint8Array.of(value << 2);
  if (value < 16_384) return Uint8Array.of(((value & 63) << 2) | 1, value >> 6);
  return bytesOf(((value * 4 + 2) >>> 0).toString(16).padStart(8, '0')).reverse();
}

/** Appends what `exec` emitted to System.Events, in order, without decoding the events already there. */
export function settleEvents(state: State, exec: Exec): void {
  if (exec.events.length === 0) return;
  const count = EventCount.get(state);
  const stored = state.get(EVENTS_KEY);
  let before: Uint8Array = new Uint8Array();
  if (stored !== undefined) {
    const reader = new ByteReader(stored);
    reader.compact();
    before = reader.rest();
  }
  const { eventRecordCodec } = interfaceOf(editionOf(state));
  const added = exec.events.map((event) => eventRecordCodec.enc({ phase: exec.phase, event, topics: [] }));
  const total = count + added.length;
  state.set(EVENTS_KEY, concatBytes([compactLength(total), before, ...added]));
  EventCount.set(state, total);
}
