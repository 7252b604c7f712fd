import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LockState } from '../storage/locks.ts';
import { fullConviction, type LockRates, rollForward, withoutDust } from './roll.ts';

const TAO = 1_000_000_000n;
const SAME: LockRates = { maturity: 934_866n, unlock: 934_866n };
const LIVE: LockRates = { maturity: 311_622n, unlock: 934_866n };
const GENERAL = { owner: false, perpetual: false };
const PERPETUAL = { owner: false, perpetual: true };
const lockOf = (locked_mass: bigint, conviction = 0n): LockState => ({ locked_mass, conviction, last_update: 0n });

/** Close enough for a check by floating point. */
function expectNear(actual: bigint, expected: number): void {
  expect(Math.abs(Number(actual) - expected)).toBeLessThanOrEqual(Math.abs(expected) * 1e-9 + 2);
}

const mass = fc.bigInt({ min: 0n, max: 21_000_000n * TAO });
const blocks = fc.bigInt({ min: 0n, max: 20_000_000n });
const rates = fc.constantFrom(SAME, LIVE);

describe('a lock rolled forward', () => {
  it('follows the formulas of the chain, decaying or perpetual', () => {
    fc.assert(
      fc.property(mass, mass, blocks, rates, (m, c, dt, { maturity, unlock }) => {
        const [M, U, t] = [Number(maturity), Number(unlock), Number(dt)];
        const matured = Math.exp(-Math.min(t / M, 40));
        const unlocked = Math.exp(-Math.min(t / U, 40));
        const gain = U === M ? (t / M) * matured : (U * (unlocked - matured)) / (U - M);
        const start = lockOf(m, fullConviction(c));
        const decaying = rollForward(start, dt, { maturity, unlock }, GENERAL);
        expectNear(decaying.locked_mass, Number(m) * unlocked);
        expectNear(decaying.conviction >> 64n, Number(c) * matured + Number(m) * gain);
        const perpetual = rollForward(start, dt, { maturity, unlock }, PERPETUAL);
        expect(perpetual.locked_mass).toBe(m);
        expectNear(perpetual.conviction >> 64n, Number(c) * matured + Number(m) * (1 - matured));
      }),
    );
  });

  it('never gains mass, and says as much in one step as in two, but for rounding', () => {
    fc.assert(
      fc.property(mass, blocks, blocks, rates, (m, first, second, rate) => {
        const once = rollForward(lockOf(m), first + second, rate, GENERAL);
        const twice = rollForward(rollForward(lockOf(m), first, rate, GENERAL), first + second, rate, GENERAL);
        expect(once.locked_mass).toBeLessThanOrEqual(m);
        const drift = once.locked_mass - twice.locked_mass;
        expect(drift >= -1n && drift <= 1n).toBe(true);
      }),
    );
  });

  it('has full conviction at once on the hotkey of the owner', () => {
    const rolled = rollForward(lockOf(5_000n), 10n, LIVE, { owner: true, perpetual: true });
    expect(rolled).toEqual({ locked_mass: 5_000n, conviction: fullConviction(5_000n), last_update: 10n });
  });

  it('is nothing when both mass and conviction are below 100', () => {
    expect(withoutDust(lockOf(99n, fullConviction(99n)))).toEqual(lockOf(0n));
    expect(withoutDust(lockOf(100n))).toEqual(lockOf(100n));
    expect(withoutDust(lockOf(1n, fullConviction(100n)))).toEqual(lockOf(1n, fullConviction(100n)));
  });

  it('stands still within a block and never goes back', () => {
    const lock = { locked_mass: 1_000n, conviction: 7n, last_update: 50n };
    expect(rollForward(lock, 50n, LIVE, GENERAL)).toEqual(lock);
    expect(rollForward(lock, 3n, LIVE, GENERAL)).toEqual(lock);
  });
});
