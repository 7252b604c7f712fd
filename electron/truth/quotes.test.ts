import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Effect } from '../../shared/contract/index.ts';
import { ROOT_NETUID } from '../../shared/units/index.ts';
import { type Lab, openLab } from './lab.test-support.ts';
import { casesOf, Dice, SEED, WITHIN_MS } from './seed.test-support.ts';
import { arrange } from './situation.test-support.ts';
import { type Case, runWave, slotOf, story } from './wave.test-support.ts';
import { anyTrade } from './wishes.test-support.ts';

const CASES = casesOf('quotes', 3_000);
let lab: Lab;

beforeAll(async () => {
  lab = await openLab({ width: 32 });
});
afterAll(() => lab.close());

type Signed = NonNullable<Case['signed']>;

/** What a balance of the review really became. */
function became({ situation, after }: Case, { subject, hotkey, asset }: Effect): bigint {
  if (subject === 'free_balance') return after.free;
  return after[slotOf(situation, { hotkey, netuid: asset.kind === 'alpha' ? asset.netuid : ROOT_NETUID })].alpha;
}

/** What arrived according to the block's own events: TAO of a sale, alpha of a buy. */
function arrived({ outcome }: Signed, name: 'StakeAdded' | 'StakeRemoved'): unknown {
  const event = outcome.events.findLast((one) => one.name === `subtensorModule.${name}`);
  return event?.data[name === 'StakeAdded' ? 3 : 2];
}

/**
 * Between two pools whole rao pass, and the simulation of the second trade takes a fee that the chain does not take twice:
 * the quote is made for at most two rao less than what really arrives there, never for more.
 */
function slack({ quote }: Signed): bigint {
  const [sale, buy] = quote.legs;
  if (sale?.side !== 'sell' || buy?.receive?.asset.kind !== 'alpha' || sale.pay?.asset.kind !== 'alpha') return 0n;
  return 2n * (1_000_000_000n / (buy.price ?? 1n) + 1n);
}

function check(one: Case, signed: Signed): void {
  const { quote, review, outcome } = signed;
  expect(outcome.error, story(one)).toBeUndefined();
  expect(outcome.fee, story(one)).toBe(quote.networkFee);
  const most = slack(signed);
  const received = arrived(signed, one.intent.kind === 'stake.remove' ? 'StakeRemoved' : 'StakeAdded') as bigint;
  const shown = quote.receive?.amount ?? 0n;
  expect(received >= shown && received <= shown + most, `${received} for ${shown} ${story(one)}`).toBe(true);
  for (const effect of review.effects) {
    const is = became(one, effect);
    const mayGain = effect.after > effect.before ? most : 0n;
    expect(is >= effect.after && is <= effect.after + mayGain, `${is} ${effect.subject} ${story(one)}`).toBe(true);
  }
}

test(
  `in ${CASES} signed trades the block does to the base unit what the review said, when nothing moved`,
  async () => {
    const dice = new Dice(SEED, 2);
    for (let left = CASES; left > 0; ) {
      const situations = await arrange(lab, dice);
      const intents = situations.map((one) => anyTrade(dice, one));
      for (const one of await runWave(lab, situations, intents)) {
        if (one.signed === undefined) continue;
        left -= 1;
        check(one, one.signed);
      }
    }
  },
  WITHIN_MS,
);
