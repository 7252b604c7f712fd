import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Lab, openLab } from './lab.test-support.ts';
import { casesOf, Dice, SEED } from './seed.test-support.ts';
import { arrange, moved } from './situation.test-support.ts';
import { type Case, runWave, story } from './wave.test-support.ts';
import { anyTrade } from './wishes.test-support.ts';

const CASES = casesOf('limits', 4_000);
let lab: Lab;

beforeAll(async () => {
  lab = await openLab({ width: 32 });
});
afterAll(() => lab.close());

type Signed = NonNullable<Case['signed']>;

/**
 * The least that may arrive for what really left: the shown minimum, or its part of a partial fill. The fee of a part is
 * rounded up and its output down, so a part may miss one unit of each.
 */
function leastFor({ quote }: Signed, given: bigint): bigint {
  const shown = quote.receiveAtLeast?.amount ?? 0n;
  const wished = quote.pay?.amount ?? 0n;
  if (given >= wished) return shown;
  const limit = quote.limitPrice ?? 1n;
  const unit = quote.pay?.asset.kind === 'tao' ? 1_000_000_000n / limit : limit / 1_000_000_000n;
  const part = (shown * given) / wished - unit - 2n;
  return part > 0n ? part : 0n;
}

/** What left and what arrived, each in its own unit, the network fee not counted. */
function flows({ intent, before, after }: Case, { outcome }: Signed): { given: bigint; received: bigint } {
  const tao = after.free - before.free + outcome.fee;
  const here = after.here.alpha - before.here.alpha;
  if (intent.kind === 'stake.add') return { given: -tao, received: here };
  return { given: -here, received: tao };
}

function check(one: Case, signed: Signed): void {
  const { before, after } = one;
  if (!signed.outcome.ok) {
    expect({ ...after, free: after.free + signed.outcome.fee }, story(one)).toEqual(before);
    return;
  }
  const { given, received } = flows(one, signed);
  const wished = signed.quote.pay?.amount ?? 0n;
  const mayBePart = 'allowPartial' in one.intent && one.intent.allowPartial;
  expect(mayBePart ? given <= wished : given === wished, story(one)).toBe(true);
  expect(received, story(one)).toBeGreaterThanOrEqual(leastFor(signed, given));
}

test(`in ${CASES} signed trades nobody gets less than the shown minimum, or the chain refuses and the funds stay`, async () => {
  const dice = new Dice(SEED, 1);
  const seen = { done: 0, refused: 0 };
  while (seen.done + seen.refused < CASES) {
    const situations = await arrange(lab, dice);
    const intents = situations.map((one) => anyTrade(dice, one));
    const meanwhile = (): Promise<void> =>
      lab.bench.setPools(
        situations.flatMap(({ netuid, pool, other, otherPool }) => [
          [netuid, moved(dice, pool)],
          [other, moved(dice, otherPool)],
        ]),
      );
    for (const one of await runWave(lab, situations, intents, meanwhile)) {
      if (one.signed === undefined) {
        expect(one.after, story(one)).toEqual(one.before);
        continue;
      }
      seen[one.signed.outcome.ok ? 'done' : 'refused'] += 1;
      check(one, one.signed);
    }
  }
  // A run in which nothing was ever done, or never refused, would prove nothing.
  expect(Math.min(seen.done, seen.refused) * 10).toBeGreaterThan(CASES);
});
