import { randomInt } from 'node:crypto';

const DEFAULT_SEED = 20_261_125;
const asked = process.env['SOMA_TRUTH_SEED'];

/**
 * The same cases every time, so that nobody's change fails by chance; `SOMA_TRUTH_SEED=random` looks for new ones, and a
 * number, as it was printed, makes those of that run again.
 */
export const SEED = asked === 'random' ? randomInt(2 ** 31) : Number(asked ?? DEFAULT_SEED);

/** `SOMA_TRUTH_CASES` is what all suites together make: ten thousand unless told otherwise. */
const ALL_CASES = Number(process.env['SOMA_TRUTH_CASES'] ?? 10_000);

/** Nobody waits for it: a busy machine must not turn a proof into a failure. */
export const WITHIN_MS = 1_800_000;

/** This suite's part of all cases, given how many of ten thousand it makes by default. Prints the seed. */
export function casesOf(suite: string, ofTenThousand: number): number {
  const cases = Math.max(1, Math.round((ALL_CASES * ofTenThousand) / 10_000));
  process.stdout.write(`truth: ${suite}: ${cases} cases, SOMA_TRUTH_SEED=${SEED}\n`);
  return cases;
}

/** Whole numbers that a seed decides (xorshift128+ over 64-bit words). */
export class Dice {
  #a: bigint;
  #b: bigint;

  constructor(seed: number, stream = 0) {
    this.#a = BigInt(seed) * 0x9e3779b97f4a7c15n + 1n;
    this.#b = BigInt(stream) * 0xbf58476d1ce4e5b9n + 0x94d049bb133111ebn;
    for (let i = 0; i < 16; i += 1) this.#next();
  }

  #next(): bigint {
    let x = BigInt.asUintN(64, this.#a);
    const y = BigInt.asUintN(64, this.#b);
    x ^= BigInt.asUintN(64, x << 23n);
    this.#a = y;
    this.#b = x ^ y ^ (x >> 17n) ^ (y >> 26n);
    return BigInt.asUintN(64, this.#b + y);
  }

  /** In [low, high], every number as likely as another. */
  between(low: bigint, high: bigint): bigint {
    return low + (((this.#next() << 64n) | this.#next()) % (high - low + 1n));
  }

  /** In [low, high], every order of magnitude as likely as another: small and huge ones both come. */
  magnitude(low: bigint, high: bigint): bigint {
    const bits = (value: bigint): number => value.toString(2).length;
    const width = this.int(bits(low), bits(high));
    const floor = 1n << BigInt(width - 1);
    const value = this.between(floor, floor * 2n - 1n);
    return value < low ? low : value > high ? high : value;
  }

  int(low: number, high: number): number {
    return Number(this.between(BigInt(low), BigInt(high)));
  }

  /** True once in `n` times. */
  once(n: number): boolean {
    return this.int(1, n) === 1;
  }

  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.int(0, items.length - 1)] ?? items[0];
  }
}
