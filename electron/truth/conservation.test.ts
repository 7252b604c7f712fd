import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkAlphaFees } from './alpha-fees.test-support.ts';
import { checkBooks } from './check-books.test-support.ts';
import { checkClaims } from './check-claims.test-support.ts';
import { checkSales } from './check-sales.test-support.ts';
import { checkTold } from './check-told.test-support.ts';
import { anyDeeds, carryOut } from './deeds.test-support.ts';
import { type Stage, setStage } from './field.test-support.ts';
import { type Lab, openLab } from './lab.test-support.ts';
import { checkLocks, lockActsOf, rolledTo } from './locks.test-support.ts';
import { look } from './look.test-support.ts';
import { u64 } from './raw-bytes.test-support.ts';
import { casesOf, Dice, SEED, WITHIN_MS } from './seed.test-support.ts';
import { missing, Tally } from './tally.test-support.ts';

const CASES = casesOf('conservation', 2_000);
let lab: Lab;
let stage: Stage;

beforeAll(async () => {
  lab = await openLab({ width: 16, emission: true });
  stage = await setStage(lab, new Dice(SEED, 30));
});
afterAll(() => lab.close());

test(
  `no sequence of ${CASES} signed operations on shared pools changes the sum of TAO or alpha but by what emission mints`,
  async () => {
    const [dice, chainDice] = [new Dice(SEED, 3), new Dice(SEED, 33)];
    const tally = new Tally();
    let before = await look(lab, stage);
    while (tally.signed < CASES) {
      // From the next block on: in about half of all blocks the chain claims for some whom it draws.
      lab.bench.put('NumRootClaim', [], u64(chainDice.once(2) ? chainDice.between(1n, 5n) : 0n));
      const done = await carryOut(lab, anyDeeds(dice, stage.field, before.hands, stage.cast));
      const after = await look(lab, stage);
      const context = `seed ${SEED}, block ${after.number}`;
      const claimed = checkClaims(stage, before, after, done, context);
      checkBooks(before, after, stage, claimed, context);
      checkSales(stage, before, after, claimed, context);
      await checkTold(lab, stage, after, done, claimed, context);
      checkLocks(rolledTo(before.locks, after.number), after.locks, after.hands, lockActsOf(done), context);
      checkAlphaFees(stage, before, after, done, claimed, context);
      tally.note(done, claimed, after);
      before = after;
    }
    process.stdout.write(`truth: ${JSON.stringify([...tally.counts])}\n`);
    // A handful of cases need not see everything.
    if (CASES >= 1_000) expect(missing(tally)).toEqual([]);
  },
  WITHIN_MS,
);
