import { expect } from 'vitest';
import type { Intent } from '../../shared/contract/index.ts';
import type { Coldkey } from '../../shared/units/index.ts';
import { type AlphaFee, flowsOf } from './alpha-fees.test-support.ts';
import type { Lab } from './lab.test-support.ts';
import { NOBODY } from './lab-bench.test-support.ts';
import { LEAST_LOCK, type RawLock, readLocks, stageLock } from './locks.test-support.ts';
import { uint } from './raw-bytes.test-support.ts';
import type { Dice } from './seed.test-support.ts';
import { alphaWorth, type Situation } from './situation.test-support.ts';
import { type Case, story } from './wave.test-support.ts';
import { heldBy } from './wishes.test-support.ts';

/** Rao: about what the calls of these cases cost, and what none of them costs with all that is kept in reserve. */
const [USUAL_FEE, NO_FEE] = [1_200_000n, 2_000_000n];

/** Alpha rao that a lock holds on the subnet of each situation; 0 where there is none. */
export type Locked = ReadonlyMap<Situation, bigint>;

/** What a lock leaves: often about what a fee takes, else anything. */
function anyUnlocked(dice: Dice, situation: Situation): bigint {
  const held = heldBy(situation);
  const fee = alphaWorth(USUAL_FEE, situation.pool);
  const left = dice.once(2) ? dice.magnitude(1n, held) : dice.between(fee / 2n, fee * 2n);
  return left < held ? left : held;
}

/** Stages a lock for half of them, which nobody else's would take along but NOBODY's. */
export function lockSome({ bench, net }: Lab, dice: Dice, situations: readonly Situation[]): Locked {
  bench.put('AccountFlags', [NOBODY], uint(1n, 16));
  return new Map(
    situations.map((situation) => {
      const wished = dice.once(2) ? heldBy(situation) - anyUnlocked(dice, situation) : 0n;
      const locked = wished < LEAST_LOCK ? 0n : wished;
      stageLock(bench, situation.position, locked, net.control.best.number, [NOBODY]);
      return [situation, locked] as const;
    }),
  );
}

/** Locks of all these accounts and of NOBODY as they are now. */
export function locksOf({ raw, net }: Lab, situations: readonly Situation[]): Promise<RawLock[]> {
  return readLocks(raw, net.control.best, [NOBODY, ...situations.map(({ position }) => position.coldkey)]);
}

/** A wish that a lock does not stand in the way of: it goes along, or does not mind. */
export function anyThatTakesLocks(
  leaving: Extract<Intent, { kind: 'stake.remove' }>,
  dice: Dice,
  one: Situation,
): Intent {
  const { amount, all, tolerance, coldkey, hotkey, netuid } = leaving;
  const place = { amount, all, coldkey, hotkey, netuid };
  return dice.once(2)
    ? { kind: 'stake.transfer', ...place, to: NOBODY }
    : { kind: 'stake.move', ...place, tolerance, toHotkey: one.otherHotkey, toNetuid: netuid };
}

const lockOf = (locks: readonly RawLock[], who: Coldkey, netuid: number): bigint =>
  locks.find((lock) => lock.coldkey === who && lock.netuid === netuid)?.locked ?? 0n;

/** What a run must have seen to say something about locks. */
export const LOCK_SIGHTS = ['carried', 'stayed beside a fee', 'refused for the lock'] as const;

/**
 * Nothing but a transfer changes a lock, and it carries exactly what it takes beyond what no lock holds once the fee is paid;
 * the review told at least that. What was refused for the fee is too little for any. Answers which of LOCK_SIGHTS it was.
 */
export async function checkLocked(
  lab: Lab,
  one: Case,
  { locked, after }: { readonly locked: bigint; readonly after: readonly RawLock[] },
  fee: AlphaFee | undefined,
): Promise<(typeof LOCK_SIGHTS)[number] | 'nothing'> {
  const { situation, intent, before, signed, refused } = one;
  const { coldkey, netuid } = situation.position;
  let carried = 0n;
  if (signed !== undefined && fee !== undefined && intent.kind === 'stake.transfer') {
    const left = before.here.alpha - fee.alpha;
    const { taken } = flowsOf({ intent, outcome: signed.outcome, pays: signed.quote.pay?.amount }, left);
    const over = taken - (left - locked);
    carried = over > 0n ? over : 0n;
    const told = BigInt(signed.quote.warnings.find(({ code }) => code === 'moves_lock')?.facts['amount'] ?? 0);
    const spare = (signed.quote.feeInAlpha?.amount ?? 0n) - fee.alpha;
    expect(told >= carried && told <= carried + spare, `${told} told of ${carried}: ${story(one)}`).toBe(true);
  }
  const isLock = (who: Coldkey, alpha: bigint): boolean => {
    const stored = lockOf(after, who, netuid);
    return stored === alpha || (alpha < LEAST_LOCK && stored === 0n);
  };
  expect(isLock(coldkey, locked - carried), `${carried} of ${locked} carried: ${story(one)}`).toBe(true);
  expect(isLock(NOBODY, carried), `${carried} carried: ${story(one)}`).toBe(true);
  expect(one.after.here.alpha + one.after.beside.alpha, story(one)).toBeGreaterThanOrEqual(locked - carried);
  if (refused === 'tx.fee_alpha_unpayable' && 'netuid' in intent && intent.netuid === netuid) {
    // Where an alpha rao is worth many rao, the swap fee takes a whole one.
    const unlocked = before.here.alpha - locked - 2n;
    expect(await soldFor(lab, netuid, unlocked > 0n ? unlocked : 0n), story(one)).toBeLessThan(NO_FEE);
    return locked > 0n && (await soldFor(lab, netuid, before.here.alpha)) >= NO_FEE
      ? 'refused for the lock'
      : 'nothing';
  }
  if (carried > 0n) return 'carried';
  return fee !== undefined && fee.netuid === netuid && locked > 0n ? 'stayed beside a fee' : 'nothing';
}

/** Rao that the runtime itself says alpha would fetch; 0 where it would not be sold. */
async function soldFor({ raw }: Lab, netuid: number, alpha: bigint): Promise<bigint> {
  const simulate = raw.api.call['swapRuntimeApi']?.['simSwapAlphaForTao'];
  if (simulate === undefined) throw new Error('no simulation of sales');
  const { taoAmount } = (await simulate(netuid, alpha)) as unknown as { taoAmount: { toBigInt(): bigint } };
  return taoAmount.toBigInt();
}
