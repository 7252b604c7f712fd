import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Intent } from '../../shared/contract/index.ts';
import {
  type Coldkey,
  type Hotkey,
  ROOT_NETUID,
  toAlphaRao,
  toNetuid,
  toPpm,
  toRao,
} from '../../shared/units/index.ts';
import { planIntent } from '../transactions/plan/index.ts';
import { contextOf, outcomesOf, reviewAll, submitAll, submitCall } from './carry-out.test-support.ts';
import { type Lab, openLab } from './lab.test-support.ts';

const TAO = 1_000_000_000n;
/** //Eve of the demo: root stake with two validators, baskets of which pay. */
const EVE = '5HGjWAeFDfFCWPsjFQdVV2Msvz2XtMktvgocEZcCj68kUMaw' as Coldkey;
const HOLD = 12;

let lab: Lab;
let coldkey: Coldkey;
let hotkey: Hotkey;

/** The fields of every wish; amounts are one TAO. */
const wish = () => ({ coldkey, hotkey, netuid: ROOT_NETUID, tolerance: toPpm(5000), allowPartial: false });
const remove = (): Intent => ({ kind: 'stake.remove', ...wish(), amount: toAlphaRao(TAO), all: false });
const forced = () => ({
  pallet: 'SubtensorModule',
  call: 'remove_stake',
  args: { hotkey, netuid: 0n, amount_unstaked: TAO },
});

async function mined(hash: string | undefined) {
  lab.net.control.mine();
  await lab.caughtUp();
  const [outcome] = await outcomesOf(lab, [hash]);
  return outcome;
}

/** Reviews, signs and includes one wish. */
async function done(intent: Intent) {
  const reviewed = await reviewAll(lab, [intent]);
  const [hash] = await submitAll(lab, reviewed);
  return { reviewed: reviewed[0], outcome: hash === undefined ? undefined : await mined(hash) };
}

beforeAll(async () => {
  lab = await openLab({ width: 1, rootBaskets: true });
  coldkey = lab.actors[0]?.address ?? EVE;
  const { value: holders } = await lab.chain.getBasketHolders([EVE]);
  hotkey = holders[0]?.hotkey ?? ('' as Hotkey);
  lab.net.control.fund(coldkey, 1_000n * TAO);
  lab.net.control.setRootHold(BigInt(HOLD));
  await lab.caughtUp();
});
afterAll(() => lab.close());

test('stake added to root is said to stay, is refused before it is signed, and by the chain when forced', async () => {
  const { reviewed, outcome } = await done({ kind: 'stake.add', ...wish(), amount: toRao(10n * TAO) });
  expect(reviewed?.held?.review.quote.warnings.find(({ code }) => code === 'holds_root_stake')?.facts).toEqual({
    whose: 'all',
    blocks: String(HOLD),
    blockTimeMs: '12000',
  });
  expect(outcome?.error).toBeUndefined();
  const addedAt = lab.net.control.best.number;

  const { quote } = await planIntent(remove(), contextOf(lab));
  expect(quote.obstacles.map(({ error }) => error)).toEqual([
    {
      code: 'tx.root_stake_held',
      facts: { fromBlock: addedAt + HOLD, blocks: HOLD - 1, blockTimeMs: 12_000 },
    },
  ]);
  expect((await done(remove())).reviewed?.refused).toBe('tx.root_stake_held');
  expect((await mined(await submitCall(lab, coldkey, forced())))?.error).toBe('subtensorModule.RootStakeLocked');

  // One block too early by our count is one too early for the chain; the next is not.
  lab.net.control.mine(addedAt + HOLD - 2 - lab.net.control.best.number);
  await lab.caughtUp();
  expect((await reviewAll(lab, [remove()]))[0]?.refused).toBe('tx.root_stake_held');
  expect((await mined(await submitCall(lab, coldkey, forced())))?.error).toBe('subtensorModule.RootStakeLocked');
  expect((await done(remove())).outcome?.error).toBeUndefined();
  expect(lab.net.control.best.number).toBe(addedAt + HOLD);
});

test('a claim of a basket begins the wait anew, and an exit from everything leaves root behind', async () => {
  lab.net.control.mine(HOLD);
  await lab.caughtUp();
  await done({ kind: 'basket.buy', coldkey, hotkey, amount: toRao(20n * TAO) });
  expect((await reviewAll(lab, [remove()]))[0]?.refused).toBeUndefined();
  const { reviewed, outcome } = await done({ kind: 'basket.claim', coldkey, hotkey });
  expect(reviewed?.held?.review.quote.warnings.map(({ code }) => code)).toContain('holds_root_stake');
  expect(outcome?.error).toBeUndefined();
  expect((await reviewAll(lab, [remove()]))[0]?.refused).toBe('tx.root_stake_held');

  await done({ kind: 'stake.add', ...wish(), netuid: toNetuid(1), amount: toRao(10n * TAO) });
  const exit = await done({ kind: 'stake.exitAll', coldkey, tolerance: toPpm(50_000) });
  expect(exit.reviewed?.held?.review.quote.skipped.map(({ netuid, error }) => [netuid, error.code])).toEqual([
    [ROOT_NETUID, 'tx.root_stake_held'],
  ]);
  expect(exit.outcome?.error).toBeUndefined();
});

test('a move that would go by way of another validator on root is refused, as the chain would', async () => {
  lab.net.control.mine(HOLD);
  await lab.caughtUp();
  const [other] = (await lab.chain.getBasketHolders([EVE])).value
    .map((one) => one.hotkey)
    .filter((one) => one !== hotkey);
  if (other === undefined) throw new Error('one validator only');
  const amount = toAlphaRao(TAO);
  const move = { kind: 'stake.move', ...wish(), amount, all: false, toHotkey: other, toNetuid: toNetuid(1) } as const;
  const { quote } = await planIntent(move, contextOf(lab));
  expect(quote.obstacles.map(({ error }) => error)).toEqual([
    { code: 'tx.two_steps_needed', facts: { reason: 'hold' } },
  ]);
  const places = { origin_netuid: 0n, alpha_amount: TAO };
  const calls = [
    {
      pallet: 'SubtensorModule',
      call: 'move_stake',
      args: { ...places, origin_hotkey: hotkey, destination_hotkey: other, destination_netuid: 0n },
    },
    { pallet: 'SubtensorModule', call: 'swap_stake', args: { ...places, hotkey: other, destination_netuid: 1n } },
  ];
  const batch = await submitCall(lab, coldkey, { pallet: 'Utility', call: 'batch_all', args: { calls } });
  expect((await mined(batch))?.error).toBe('subtensorModule.RootStakeLocked');
});
