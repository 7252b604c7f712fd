import { fromHex } from './hex.ts';
import { ScaleError } from './reader.ts';
import { textOf } from './text.ts';

/** Readers for decoded plain data: fields by name, extra fields ignored, wrong shapes refused with ScaleError. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ScaleError('expected a record');
  return value as Readonly<Record<string, unknown>>;
}

export function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new ScaleError('expected a list');
  return value;
}

/** An integer field; absent fields count as zero, because structs grow and shrink between runtimes. */
export function intField(record: Readonly<Record<string, unknown>>, name: string): bigint {
  const value = record[name];
  if (value === undefined) return 0n;
  if (typeof value !== 'bigint') throw new ScaleError(`${name} is not an integer`);
  return value;
}

/** An integer that must be there. */
export function needInt(record: Readonly<Record<string, unknown>>, name: string): bigint {
  if (record[name] === undefined) throw new ScaleError(`${name} is missing`);
  return intField(record, name);
}

export function needText(record: Readonly<Record<string, unknown>>, name: string): string {
  const value = record[name];
  if (typeof value !== 'string') throw new ScaleError(`${name} is missing`);
  return value;
}

/** Untrusted text held as hex bytes (Vec<u8>) or as a list of small integers (Vec<Compact<u8>>). */
export function chainText(value: unknown, maxBytes: number): string {
  if (typeof value === 'string') return textOf(fromHex(value), maxBytes);
  if (!Array.isArray(value)) return '';
  return textOf(Uint8Array.from(value.slice(0, maxBytes), Number), maxBytes);
}

/** A block number from the chain's u64 counters. Block numbers are u32: a larger one is no block. */
export function blockNumberOf(value: unknown): number {
  if (typeof value !== 'bigint' || value < 0n || value > 0xffff_ffffn) throw new ScaleError('not a block number');
  return Number(value);
}
