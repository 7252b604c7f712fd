import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Lab, openLab } from './lab.test-support.ts';
import { casesOf, Dice, SEED, WITHIN_MS } from './seed.test-support.ts';
import { arrange, moved } from './situation.test-support.ts';
import { type Case, runWave, slotOf, story } from './wave.test-support.ts';
import { anyTrade } from './wishes.test-support.ts';

const CASES = casesOf('limits', 4_000);
let lab: Lab;

beforeAll(async () => {
  lab = await openLab({ width: 32 });
});
afterAll(() => lab.close());

type Signed = NonNullable<Case['signed']>;

const TAO = 1_000_000_000n;

/** Most of what arrives that one rao may be. */
function oneRao({ quote }: Signed): bigint {
  const last = quote.legs.at(-1) ?? quote;
  return last.receive?.asset.kind === 'tao' ? 1n : TAO / (last.price ?? 1n) + 1n;
}

/**
 * The least that may arrive for what really left: the shown minimum, or its part of a partial fill. The fee of a part is
 * rounded up and its outputs down, so a part may miss one unit of what leaves and two of what lies between.
 */
function leastFor(signed: Signed, given: bigint): bigint {
  const { quote } = signed;
  const shown = quote.receiveAtLeast?.amount ?? 0n;
  const wished = quote.pay?.amount ?? 0n;
  if (given >= wished) return shown;
  const oneGiven =
    quote.limitUnit === 'tao_per_alpha' && quote.pay?.asset.kind === 'tao' ? 0n : (quote.limitPrice ?? 0n) / TAO;
  const part = (shown * given) / wished - oneGiven - 2n * oneRao(signed) - 2n;
  return part > 0n ? part : 0n;
}

/** What left and what arrived, each in its own unit, the network fee not counted. */
function flows({ situation, intent, before, after }: Case, { outcome }: Signed): { given: bigint; received: bigint } {
  const gain = (slot: Exclude<keyof Case['before'], 'free'>): bigint => after[slot].alpha - before[slot].alpha;
  const tao = after.free - before.free + outcome.fee;
  if (intent.kind === 'stake.add') return { given: -tao, received: gain('here') };
  if (intent.kind === 'stake.remove') return { given: -gain('here'), received: tao };
  if (intent.kind !== 'stake.swap' && intent.kind !== 'stake.move') throw new Error('not one of these trades');
  expect(tao, story({ situation, intent, before, after })).toBe(0n);
  const toHotkey = intent.kind === 'stake.move' ? intent.toHotkey : intent.hotkey;
  return {
    given: -gain(slotOf(situation, intent)),
    received: gain(slotOf(situation, { hotkey: toHotkey, netuid: intent.toNetuid })),
  };
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

test(
  `in ${CASES} signed trades nobody gets less than the shown minimum, or the chain refuses and the funds stay`,
  async () => {
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
  },
  WITHIN_MS,
);
