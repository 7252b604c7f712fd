import { parseAddress } from '../../shared/domain/address.ts';

/** One cell of the picture, on a 5 x 5 grid. */
export interface IdenticonCell {
  readonly x: number;
  readonly y: number;
  readonly tone: 0 | 1;
}

export interface Identicon {
  readonly cells: readonly IdenticonCell[];
  /** Two hues in degrees, far enough apart to tell. */
  readonly hues: readonly [number, number];
}

const SIZE = 5;
const HALF = 3;

/** Mixes all bytes into 32-bit words, so that a change anywhere changes the picture (xorshift-multiply; not a secure hash). */
function mix(bytes: Uint8Array, salt: number): number {
  let state = salt >>> 0;
  for (const byte of bytes) {
    state = Math.imul(state ^ byte, 0x9e37_79b1) >>> 0;
    state = (state ^ (state >>> 15)) >>> 0;
  }
  state = Math.imul(state ^ (state >>> 16), 0x85eb_ca6b) >>> 0;
  return (state ^ (state >>> 13)) >>> 0;
}

/** A mirrored picture of an address: the same key always looks the same. Undefined for text that is no address. */
export function identiconOf(address: string): Identicon | undefined {
  const parsed = parseAddress(address);
  if (!parsed.ok) return undefined;
  const shape = mix(parsed.publicKey, 1);
  const tones = mix(parsed.publicKey, 2);
  const colour = mix(parsed.publicKey, 3);
  const cells: IdenticonCell[] = [];
  for (let index = 0; index < SIZE * HALF; index += 1) {
    if (((shape >>> index) & 1) === 0) continue;
    const column = index % HALF;
    const y = Math.floor(index / HALF);
    const tone = ((tones >>> index) & 1) as 0 | 1;
    cells.push({ x: column, y, tone });
    if (column !== SIZE - 1 - column) cells.push({ x: SIZE - 1 - column, y, tone });
  }
  const first = colour % 360;
  return { cells, hues: [first, (first + 90 + ((colour >>> 16) % 180)) % 360] };
}
