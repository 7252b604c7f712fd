/** Bytes that are not what their type says. Translated by whoever knows where the bytes came from. */
export class ScaleError extends Error {
  override readonly name = 'ScaleError';
}

/** A strict cursor over SCALE bytes: never reads past the end, refuses every non-canonical form. */
export class ScaleReader {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;
  /** Set while the value is only being walked over: accounts and byte strings are then not turned into text. */
  discarding = false;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get offset(): number {
    return this.#at;
  }

  get remaining(): number {
    return this.bytes.length - this.#at;
  }

  #take(length: number): number {
    if (length > this.remaining) throw new ScaleError('the bytes end too early');
    const from = this.#at;
    this.#at += length;
    return from;
  }

  /** A view, not a copy. */
  raw(length: number): Uint8Array {
    const from = this.#take(length);
    return this.bytes.subarray(from, from + length);
  }

  u8(): number {
    return this.#view.getUint8(this.#take(1));
  }

  u16(): number {
    return this.#view.getUint16(this.#take(2), true);
  }

  u32(): number {
    return this.#view.getUint32(this.#take(4), true);
  }

  u64(): bigint {
    return this.#view.getBigUint64(this.#take(8), true);
  }

  /** Little-endian integer of 1 to 32 bytes. */
  integer(byteLength: number, signed: boolean): bigint {
    let value = 0n;
    const bytes = this.raw(byteLength);
    for (let i = byteLength - 1; i >= 0; i -= 1) value = (value << 8n) | BigInt(bytes[i] ?? 0);
    return signed ? BigInt.asIntN(byteLength * 8, value) : value;
  }

  bool(): boolean {
    const byte = this.u8();
    if (byte > 1) throw new ScaleError('a truth value is neither 0 nor 1');
    return byte === 1;
  }

  /** Compact integer; only the shortest form of a number is accepted. */
  compact(): bigint {
    const first = this.u8();
    const mode = first & 3;
    if (mode === 0) return BigInt(first >> 2);
    this.#at -= 1;
    if (mode === 1) return atLeast(BigInt(this.u16() >>> 2), 1n << 6n);
    if (mode === 2) return atLeast(BigInt(this.u32() >>> 2), 1n << 14n);
    this.#at += 1;
    const byteLength = (first >> 2) + 4;
    if (byteLength > 32) throw new ScaleError('a compact integer is too wide');
    const value = this.integer(byteLength, false);
    return atLeast(value, byteLength === 4 ? 1n << 30n : 1n << BigInt(8 * (byteLength - 1)));
  }

  /** Length of a list whose items take at least `minItemBytes`; a length the bytes cannot hold is refused at once. */
  length(minItemBytes: number): number {
    const length = this.compact();
    const most = minItemBytes > 0 ? Math.floor(this.remaining / minItemBytes) : 4096;
    if (length > BigInt(most)) throw new ScaleError('a list is longer than its bytes');
    return Number(length);
  }

  /** @throws ScaleError when bytes are left over. */
  end(): void {
    if (this.remaining !== 0) throw new ScaleError('bytes are left over');
  }
}

function atLeast(value: bigint, least: bigint): bigint {
  if (value < least) throw new ScaleError('a compact integer is not in its shortest form');
  return value;
}
