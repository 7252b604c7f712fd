/** Walks SCALE bytes by hand where no type of the metadata describes them (the extrinsic envelope). */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  get at(): number {
    return this.#at;
  }

  /** @throws RangeError past the end. */
  take(count: number): Uint8Array {
    if (count > this.left) throw new RangeError('input ends early');
    const part = this.#bytes.slice(this.#at, this.#at + count);
    this.#at += count;
    return part;
  }

  u8(): number {
    return this.take(1)[0] ?? 0;
  }

  /** Compact integer. @throws RangeError past the end or beyond 16 bytes. */
  compact(): bigint {
    const first = this.u8();
    const mode = first & 3;
    if (mode < 3) {
      const width = 1 << mode;
      let value = BigInt(first >> 2);
      const rest = this.take(width - 1);
      for (const [index, byte] of rest.entries()) value += BigInt(byte) << BigInt(6 + 8 * index);
      return value;
    }
    const width = (first >> 2) + 4;
    if (width > 16) throw new RangeError('compact integer too wide');
    let value = 0n;
    for (const [index, byte] of this.take(width).entries()) value += BigInt(byte) << BigInt(8 * index);
    return value;
  }

  /** Bytes from an earlier position up to here. */
  since(begin: number): Uint8Array {
    return this.#bytes.slice(begin, this.#at);
  }

  rest(): Uint8Array {
    return this.take(this.left);
  }
}
