import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Intent } from '../../shared/contract/index.ts';
import { alphaFeeIn, flowsOf } from './alpha-fees.test-support.ts';
import { AUTHOR, type Books, readBooks } from './books.test-support.ts';
import { freeOf } from './holdings.test-support.ts';
import { type Lab, openLab } from './lab.test-support.ts';
import { anyThatTakesLocks, checkLocked, LOCK_SIGHTS, lockSome, locksOf } from './locked-fees.test-support.ts';
import { casesOf, Dice, SEED, WITHIN_MS } from './seed.test-support.ts';
import { arrange, type Situation } from './situation.test-support.ts';
import { type Case, runWave, slotOf, story } from './wave.test-support.ts';
import { anyRemove, anySwap } from './wishes.test-support.ts';

const CASES = casesOf('alpha fees', 500);
/** Rao that keep an account alive, and rao that no fee of a stake call is below. */
const [DEPOSIT, TOO_LITTLE] = [500n, 900_000n];
let lab: Lab;

beforeAll(async () => {
  lab = await openLab({ width: 32 });
});
afterAll(() => lab.close());

/** A call that takes from one position, so that this position may pay for it; mostly one that a lock does not hold back. */
function anyLeaving(dice: Dice, situation: Situation, isLocked: boolean): Intent {
  const trades = isLocked ? dice.once(4) : !dice.once(3);
  if (trades) return dice.pick([anyRemove, anySwap])(dice, situation);
  return anyThatTakesLocks(anyRemove(dice, situation), dice, situation);
}

/** Answers the rao that the author earned by the case. */
function check(one: Case): bigint {
  const { situation, intent, before, after, signed } = one;
  const fee = signed === undefined ? undefined : alphaFeeIn(signed.outcome);
  if (signed === undefined || fee === undefined || intent.kind === 'stake.exitAll' || !('netuid' in intent)) {
    expect(after, story(one)).toEqual(before);
    return 0n;
  }
  // Nothing moved since the review: nobody loses a fee for nothing.
  expect({ error: signed.outcome.error, fee: signed.outcome.fee }, story(one)).toEqual({ error: undefined, fee: 0n });
  expect({ who: fee.who, netuid: fee.netuid }, story(one)).toEqual({
    who: situation.position.coldkey,
    netuid: intent.netuid,
  });
  const slot = slotOf(situation, intent);
  const done = { intent, outcome: signed.outcome, pays: signed.quote.pay?.amount };
  const { taken, income } = flowsOf(done, before[slot].alpha - fee.alpha);
  expect(before[slot].alpha - after[slot].alpha, story(one)).toBe(fee.alpha + taken);
  // Given to another account it stays with the validator.
  const gone = intent.kind === 'stake.transfer' ? fee.alpha : fee.alpha + taken;
  expect(before[slot].hotkeyAlpha - after[slot].hotkeyAlpha, story(one)).toBe(gone);
  expect(after.free - before.free, story(one)).toBe(income);
  return fee.tao;
}

const books = (): Promise<Books> => readBooks(lab.raw, lab.net.control.best.hash, [], []);

test(
  `in ${CASES} operations of accounts without TAO the position pays the alpha that is named, the author gets its TAO, and nobody else a thing`,
  async () => {
    const dice = new Dice(SEED, 6);
    const seen = new Set<string>();
    for (let left = CASES; left > 0; ) {
      const situations = await arrange(lab, dice);
      await lab.bench.setFree(
        situations.map(({ position }) => [position.coldkey, DEPOSIT + dice.between(0n, TOO_LITTLE)]),
      );
      const locked = lockSome(lab, dice, situations);
      lab.bench.commit();
      await lab.caughtUp();
      const [before, [earned = 0n]] = await Promise.all([books(), freeOf(lab.raw, [AUTHOR])]);
      const intents = situations.map((one) => anyLeaving(dice, one, (locked.get(one) ?? 0n) > 0n));
      let paid = 0n;
      const cases = await runWave(lab, situations, intents);
      const locks = await locksOf(lab, situations);
      for (const one of cases) {
        paid += check(one);
        const fee = one.signed === undefined ? undefined : alphaFeeIn(one.signed.outcome);
        seen.add(await checkLocked(lab, one, { locked: locked.get(one.situation) ?? 0n, after: locks }, fee));
        if (one.signed !== undefined) left -= 1;
      }
      const [after, [earnedNow = 0n]] = await Promise.all([books(), freeOf(lab.raw, [AUTHOR])]);
      const context = `seed ${SEED}, block ${lab.net.control.best.number}`;
      expect(earnedNow - earned, context).toBe(paid);
      expect({ ...after, totalStake: 0n }, context).toEqual({ ...before, totalStake: 0n });
    }
    // A handful of cases need not see everything.
    if (CASES >= 100) expect([...seen]).toEqual(expect.arrayContaining([...LOCK_SIGHTS]));
  },
  WITHIN_MS,
);
