import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Intent } from '../../shared/contract/index.ts';
import { toAlphaRao } from '../../shared/units/index.ts';
import { type Lab, openLab } from './lab.test-support.ts';
import { casesOf, Dice, SEED, WITHIN_MS } from './seed.test-support.ts';
import { arrange, type Situation } from './situation.test-support.ts';
import { runWave, slotOf, story } from './wave.test-support.ts';
import { anyTolerance } from './wishes.test-support.ts';

const CASES = casesOf('exits', 1_000);
let lab: Lab;

beforeAll(async () => {
  lab = await openLab({ width: 32 });
});
afterAll(() => lab.close());

/** One of the ways out of a whole position. */
function anyExit(dice: Dice, { position, netuid, other, hotkey, otherHotkey }: Situation): Intent {
  const leaving = { coldkey: position.coldkey, hotkey, netuid, amount: toAlphaRao(0n), all: true };
  const tolerance = anyTolerance(dice);
  return dice.pick<Intent>([
    { kind: 'stake.remove', ...leaving, tolerance, allowPartial: false },
    { kind: 'stake.swap', ...leaving, toNetuid: other, tolerance, allowPartial: false },
    { kind: 'stake.move', ...leaving, toHotkey: otherHotkey, toNetuid: netuid, tolerance },
    { kind: 'stake.exitAll', coldkey: position.coldkey, tolerance },
  ]);
}

/** Positions that a client which is not ours is told of. */
async function toldOf(situation: Situation): Promise<readonly { hotkey: string; netuid: number }[]> {
  const rows = (await lab.raw.api.call['stakeInfoRuntimeApi']?.['getStakeInfoForColdkey']?.(
    situation.position.coldkey,
  )) as unknown as Iterable<{ hotkey: { toString(): string }; netuid: { toNumber(): number } }>;
  return [...rows].map(({ hotkey, netuid }) => ({ hotkey: hotkey.toString(), netuid: netuid.toNumber() }));
}

test(
  `after ${CASES} signed exits nothing is left of the position: no share, no alpha, no row`,
  async () => {
    const dice = new Dice(SEED, 4);
    for (let left = CASES; left > 0; ) {
      const situations = await arrange(lab, dice);
      const intents = situations.map((one) => anyExit(dice, one));
      for (const one of await runWave(lab, situations, intents)) {
        if (one.signed === undefined) continue;
        // What cannot leave is skipped by an exit from everything, and said so.
        const { netuid, hotkey, position } = one.situation;
        if (one.signed.quote.skipped.some((skipped) => skipped.netuid === netuid)) continue;
        const slot = slotOf(one.situation, { hotkey, netuid });
        // Shares worth less than one unit are no position: the chain tells nobody of them, and there is nothing to exit.
        if (one.before[slot].alpha === 0n) continue;
        left -= 1;
        expect(one.signed.outcome.error, story(one)).toBeUndefined();
        expect({ alpha: one.after[slot].alpha, absent: one.after[slot].absent }, story(one)).toEqual({
          alpha: 0n,
          absent: true,
        });
        expect(await toldOf(one.situation), story(one)).not.toContainEqual({ hotkey, netuid });
        // Who stays loses nothing by it.
        const gone = one.before[slot].alpha;
        expect(one.after[slot].hotkeyAlpha, story(one)).toBe(one.before[slot].hotkeyAlpha - gone);
        if (position.otherShares === 0n) expect(one.after[slot].hotkeyAlpha, story(one)).toBe(0n);
      }
    }
  },
  WITHIN_MS,
);
