import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROOT_NETUID, toNetuid } from '../../shared/units/index.ts';
import { growth, type Held } from './earned.ts';

const SUBNET = toNetuid(3);
const ONE = 1n << 64n;
const held = (blockNumber: number, alpha: bigint, shares: bigint, nonce = 0): Held => ({
  blockNumber,
  alpha,
  shares: shares * ONE,
  nonce,
});

describe('growth between two samples', () => {
  test('of equal shares is all that alpha grew, however far apart they are', () => {
    expect(growth(SUBNET, held(1, 100n, 10n), held(900, 130n, 10n, 5))).toEqual({ earned: 30n, exact: true });
  });

  test('is never negative', () => {
    expect(growth(SUBNET, held(1, 100n, 10n), held(2, 99n, 10n))).toEqual({ earned: 0n, exact: true });
    expect(growth(ROOT_NETUID, held(1, 100n, 10n), held(2, 50n, 5n))).toEqual({ earned: 0n, exact: false });
  });

  test('does not count a deposit, seen at its block', () => {
    expect(growth(SUBNET, held(1, 100n, 10n), held(2, 150n, 15n, 1))).toEqual({ earned: 0n, exact: true });
  });

  test('of a deposit while nobody looked counts the part that stayed and says "at least"', () => {
    // 10 shares of 10 became 15 shares of 12
    expect(growth(SUBNET, held(1, 100n, 10n), held(9, 180n, 15n, 1))).toEqual({ earned: 20n, exact: false });
  });

  test('counts a block in which the position was seen unchanged as looked at', () => {
    expect(growth(SUBNET, held(1, 100n, 10n), held(9, 150n, 15n, 1), 8)).toEqual({ earned: 0n, exact: true });
    expect(growth(SUBNET, held(1, 100n, 10n), held(9, 150n, 15n, 1), 7).exact).toBe(false);
  });

  test('an epoch and a withdrawal in one block is a lower bound', () => {
    expect(growth(SUBNET, held(1, 100n, 10n), held(2, 60n, 5n, 1))).toEqual({ earned: 10n, exact: false });
  });

  test('of several unseen transactions is nothing, because the position may have been away', () => {
    expect(growth(SUBNET, held(1, 100n, 10n), held(9, 300n, 15n, 2))).toEqual({ earned: 0n, exact: false });
  });

  test('of a position that is gone, or came back, is nothing', () => {
    expect(growth(SUBNET, held(1, 100n, 10n), held(2, 0n, 0n, 1))).toEqual({ earned: 0n, exact: true });
    expect(growth(SUBNET, held(2, 0n, 0n, 1), held(9, 50n, 4n, 2))).toEqual({ earned: 0n, exact: false });
  });

  test('on root counts claims: more shares without a transaction of the account', () => {
    expect(growth(ROOT_NETUID, held(1, 100n, 100n), held(9, 107n, 107n))).toEqual({ earned: 7n, exact: true });
    expect(growth(ROOT_NETUID, held(1, 100n, 100n), held(2, 107n, 107n, 1))).toEqual({ earned: 0n, exact: false });
    expect(growth(ROOT_NETUID, held(1, 100n, 100n), held(2, 60n, 60n, 1))).toEqual({ earned: 0n, exact: true });
  });
});

/** What may happen in one block of a share pool; amounts are parts of a million of what there is. */
const event = fc.oneof(
  { weight: 3, arbitrary: fc.record({ is: fc.constant('epoch' as const), part: fc.bigInt(0n, 20_000n) }) },
  fc.record({ is: fc.constant('deposit' as const), part: fc.bigInt(1n, 3_000_000n) }),
  fc.record({ is: fc.constant('withdraw' as const), part: fc.bigInt(1n, 1_000_000n) }),
  fc.record({ is: fc.constant('others' as const), part: fc.bigInt(1n, 500_000n) }),
  fc.record({ is: fc.constant('nothing' as const), part: fc.constant(0n) }),
);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

/** A validator's pool as the chain keeps it: alpha and shares of all, shares (scaled by 2^64) of the account. */
class Pool {
  alpha: bigint;
  shares: bigint;
  own: bigint;
  nonce = 0;
  blockNumber = 0;
  /** What epochs added to the account's alpha. */
  earned = 0n;

  constructor(own: bigint, others: bigint) {
    this.alpha = own + others;
    this.shares = this.alpha * ONE;
    this.own = own * ONE;
  }

  get ownAlpha(): bigint {
    return this.shares === 0n ? 0n : (this.own * this.alpha) / this.shares;
  }

  sample(): Held {
    return { blockNumber: this.blockNumber, alpha: this.ownAlpha, shares: this.own, nonce: this.nonce };
  }

  block({ is, part }: Event): void {
    this.blockNumber += 1;
    const before = this.ownAlpha;
    if (is === 'epoch') {
      this.alpha += (this.alpha * part) / 1_000_000n;
      this.earned += this.ownAlpha - before;
    } else if (is === 'deposit') {
      this.own += this.#add((part * 1_000_003n) / 7n + 1n);
      this.nonce += 1;
    } else if (is === 'withdraw') {
      this.own -= this.#take((this.own * part) / 1_000_000n);
      this.nonce += 1;
    } else if (is === 'others') {
      this.#add((this.alpha * part) / 1_000_000n + 1n);
    }
  }

  #add(alpha: bigint): bigint {
    const shares = this.alpha === 0n || this.shares === 0n ? alpha * ONE : (alpha * this.shares) / this.alpha;
    this.alpha += alpha;
    this.shares += shares;
    return shares;
  }

  #take(shares: bigint): bigint {
    this.alpha -= (shares * this.alpha) / this.shares;
    this.shares -= shares;
    return shares;
  }
}

function sumOf(samples: readonly Held[]): { earned: bigint; exact: boolean } {
  const steps = samples.slice(1).map((after, at) => growth(SUBNET, samples[at] ?? after, after));
  return {
    earned: steps.reduce((sum, step) => sum + step.earned, 0n),
    exact: steps.every(({ exact }) => exact),
  };
}

const story = fc.record({
  own: fc.bigInt(1n, 10n ** 13n),
  others: fc.bigInt(1n, 10n ** 15n),
  events: fc.array(fc.tuple(event, fc.boolean()), { minLength: 1, maxLength: 40 }),
});

/** Rounding moves a position by a base unit when it is traded, and when others trade in its pool. */
const jitter = (events: readonly (readonly [Event, boolean])[]): bigint =>
  BigInt(events.filter(([{ is }]) => is !== 'epoch' && is !== 'nothing').length);

describe('what a position earned', () => {
  test('with a sample after every change is what epochs added, to a base unit a trade, and exact', () => {
    fc.assert(
      fc.property(story, ({ own, others, events }) => {
        const pool = new Pool(own, others);
        const samples = [pool.sample()];
        for (const [what] of events) {
          pool.block(what);
          samples.push(pool.sample());
        }
        const { earned, exact } = sumOf(samples);
        expect(exact).toBe(true);
        expect(earned - pool.earned).toBeLessThanOrEqual(jitter(events.filter(([{ is }]) => is === 'others')));
        expect(pool.earned - earned).toBeLessThanOrEqual(jitter(events));
      }),
      { numRuns: 2000 },
    );
  });

  test('never exceeds what epochs added when only the account trades', () => {
    fc.assert(
      fc.property(story, ({ own, others, events }) => {
        const pool = new Pool(own, others);
        const samples = [pool.sample()];
        for (const [what] of events.filter(([{ is }]) => is !== 'others')) {
          pool.block(what);
          samples.push(pool.sample());
        }
        expect(sumOf(samples).earned).toBe(pool.earned);
      }),
      { numRuns: 2000 },
    );
  });

  test('with samples at random moments is a lower bound, and exact is only claimed where nothing was missed', () => {
    fc.assert(
      fc.property(story, ({ own, others, events }) => {
        const pool = new Pool(own, others);
        const samples = [pool.sample()];
        for (const [what, isSampled] of events) {
          pool.block(what);
          if (isSampled) samples.push(pool.sample());
        }
        const truthUpToLast = pool.earned; // what came after the last sample only makes the bound lower
        const { earned, exact } = sumOf([...samples, pool.sample()]);
        expect(earned - truthUpToLast).toBeLessThanOrEqual(jitter(events));
        if (exact) expect(truthUpToLast - earned).toBeLessThanOrEqual(jitter(events));
      }),
      { numRuns: 3000 },
    );
  });
});
