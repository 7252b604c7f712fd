/** Joins byte strings. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Little-endian unsigned integer. @throws RangeError when it does not fit. */
export function uintBytes(value: bigint, byteLength: number): Uint8Array {
  if (value < 0n || value >= 1n << BigInt(8 * byteLength)) throw new RangeError('the integer does not fit');
  const out = new Uint8Array(byteLength);
  for (let i = 0, rest = value; i < byteLength; i += 1, rest >>= 8n) out[i] = Number(rest & 0xffn);
  return out;
}

export const u16Bytes = (value: number): Uint8Array => uintBytes(BigInt(value), 2);
export const u32Bytes = (value: number): Uint8Array => uintBytes(BigInt(value), 4);
export const u64Bytes = (value: bigint): Uint8Array => uintBytes(value, 8);

/** Shortest compact form. @throws RangeError for negative numbers. */
export function compactBytes(value: bigint): Uint8Array {
  if (value < 0n) throw new RangeError('a compact integer is not negative');
  if (value < 1n << 6n) return uintBytes(value << 2n, 1);
  if (value < 1n << 14n) return uintBytes((value << 2n) | 1n, 2);
  if (value < 1n << 30n) return uintBytes((value << 2n) | 2n, 4);
  let byteLength = 4;
  while (value >= 1n << BigInt(8 * byteLength)) byteLength += 1;
  return concatBytes(Uint8Array.of(((byteLength - 4) << 2) | 3), uintBytes(value, byteLength));
}

/** A list: its length, then its items as already encoded. */
export function listBytes(items: readonly Uint8Array[]): Uint8Array {
  return concatBytes(compactBytes(BigInt(items.length)), ...items);
}
