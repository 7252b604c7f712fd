import { ScaleError, type ScaleReader } from '../scale/reader.ts';

/** Mortality of a signature: valid for `period` blocks, from the block whose number is `phase` modulo the period. */
export interface Era {
  readonly period: number;
  readonly phase: number;
}

const MIN_PERIOD = 4;
/** System.BlockHashCount is 2400; a longer life could not be checked by the chain. */
const MAX_PERIOD = 2048;

/** A power of two from 4 to 2048, at least as long as asked. */
export function periodFor(blocks: number): number {
  const wanted = Math.min(MAX_PERIOD, Math.max(MIN_PERIOD, Math.ceil(blocks)));
  return 2 ** Math.ceil(Math.log2(wanted));
}

/** An era that begins exactly at `birthBlock`. */
export function eraFrom(birthBlock: number, period: number): Era {
  return { period, phase: birthBlock % period };
}

/** Last block the signature may be included in. */
export function lastBlockOf(birthBlock: number, period: number): number {
  return birthBlock + period - 1;
}

/** Two bytes: log2(period) - 1 in the low four bits, the phase above. Below 4096 blocks no phase is rounded. */
export function encodeEra({ period, phase }: Era): Uint8Array {
  const encoded = (Math.log2(period) - 1) | (phase << 4);
  return Uint8Array.of(encoded & 0xff, encoded >> 8);
}

/** @throws ScaleError for bytes that are no era */
export function readEra(reader: ScaleReader): Era | 'immortal' {
  const first = reader.u8();
  if (first === 0) return 'immortal';
  const encoded = first | (reader.u8() << 8);
  const period = 2 << (encoded & 15);
  const phase = (encoded >> 4) * Math.max(1, period >> 12);
  if (period < MIN_PERIOD || phase >= period) throw new ScaleError('not an era');
  return { period, phase };
}
