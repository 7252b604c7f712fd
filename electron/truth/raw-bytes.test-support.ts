// SCALE by hand: the truth tests read and write raw storage without any decoder of ours.

/** Little-endian bytes of an unsigned whole number, 0x hex. */
export function uint(value: bigint, bytes: number): string {
  const digits = value.toString(16).padStart(bytes * 2, '0');
  if (value < 0n || digits.length > bytes * 2) throw new RangeError(`${value} does not fit ${bytes} bytes`);
  return `0x${(digits.match(/../gu) ?? []).reverse().join('')}`;
}

export const u16 = (value: number): string => uint(BigInt(value), 2);
export const u64 = (value: bigint): string => uint(value, 8);

/** Joins 0x hex texts into one. */
export const joined = (...parts: readonly string[]): string => `0x${parts.map((part) => part.slice(2)).join('')}`;

/** The unsigned whole number at bytes `from`..`from + size` of 0x hex. */
export function uintAt(hex: string, from: number, size: number): bigint {
  const part = hex.slice(2 + from * 2, 2 + (from + size) * 2);
  return BigInt(`0x${(part.match(/../gu) ?? []).reverse().join('')}`);
}

const bytesOf = (hex: string): number => (hex.length - 2) / 2;

/** A whole value as one unsigned number; 0 where nothing is stored. */
export const uintOf = (hex: string | null): bigint => (hex === null ? 0n : uintAt(hex, 0, bytesOf(hex)));

/** A list of elements of `size` bytes, each as 0x hex; lists here are shorter than 2^14. */
export function listOf(hex: string | null, size: number, from = 0): string[] {
  if (hex === null) return [];
  const isLong = (uintAt(hex, from, 1) & 3n) !== 0n;
  const first = from + (isLong ? 2 : 1);
  const count = Number(uintAt(hex, from, isLong ? 2 : 1) >> 2n);
  return Array.from({ length: count }, (_, at) => {
    const begin = 2 + (first + at * size) * 2;
    return `0x${hex.slice(begin, begin + size * 2)}`;
  });
}

/** The same in the other direction, for less than 64 elements. */
export const listHex = (elements: readonly string[]): string =>
  joined(uint(BigInt(elements.length * 4), 1), ...elements);

/** An amount with a denominator: exact, however it is stored. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** Share.SafeFloat: mantissa u128, exponent i64, to the base of ten. */
export function safeFloat(hex: string): Fraction {
  const mantissa = uintAt(hex, 0, 16);
  const exponent = BigInt.asIntN(64, uintAt(hex, 16, 8));
  return exponent >= 0n ? { top: mantissa * 10n ** exponent, bottom: 1n } : { top: mantissa, bottom: 10n ** -exponent };
}

export const safeFloatHex = (mantissa: bigint, exponent: bigint): string =>
  joined(uint(mantissa, 16), uint(BigInt.asUintN(64, exponent), 8));

/** U64F64: u128 bits over 2^64. */
export const u64f64 = (hex: string): Fraction => ({ top: uintAt(hex, 0, 16), bottom: 1n << 64n });

/** System.Account: nonce, consumers, providers, sufficients (u32 each), free, reserved, frozen (u64 each), flags. */
export interface RawAccount {
  readonly nonce: number;
  readonly free: bigint;
  readonly reserved: bigint;
}

export function accountOf(hex: string | null): RawAccount {
  if (hex === null) return { nonce: 0, free: 0n, reserved: 0n };
  return { nonce: Number(uintAt(hex, 0, 4)), free: uintAt(hex, 16, 8), reserved: uintAt(hex, 24, 8) };
}

/** The same account with another free balance; a new one where there was none. */
export function withFree(hex: string | null, free: bigint): string {
  const account =
    hex ?? joined(uint(0n, 4), uint(0n, 4), uint(1n, 4), uint(0n, 4), u64(0n), u64(0n), u64(0n), uint(1n << 127n, 16));
  return joined(`0x${account.slice(2, 34)}`, u64(free), `0x${account.slice(50)}`);
}
