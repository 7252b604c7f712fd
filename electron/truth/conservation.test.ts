import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressOf } from '../../shared/domain/address.ts';
import type { Coldkey, Hotkey, Netuid } from '../../shared/units/index.ts';
import { ROOT_NETUID } from '../../shared/units/index.ts';
import { authorOf, type Books, readBooks } from './books.test-support.ts';
import { outcomesOf, reviewAll, submitAll } from './carry-out.test-support.ts';
import { freeOf, holdingsOf, type Place } from './holdings.test-support.ts';
import { type Lab, openLab } from './lab.test-support.ts';
import { anyOperation, type Field, type Hand } from './operations.test-support.ts';
import type { RawOutcome } from './raw-chain.test-support.ts';
import { casesOf, Dice, SEED, WITHIN_MS } from './seed.test-support.ts';
import { anyPool } from './situation.test-support.ts';

const TAO = 1_000_000_000n;
const CASES = casesOf('conservation', 2_000);
const AUTHOR = authorOf((bytes) => addressOf<Coldkey>(bytes));
const IDLE = addressOf<Coldkey>(new Uint8Array(32).fill(251));
let lab: Lab;
let field: Field;
let bystanders: Place[];

/** Four pools that everybody uses, root, two validators, and somebody who only watches. */
beforeAll(async () => {
  lab = await openLab({ width: 16 });
  const dice = new Dice(SEED, 30);
  const [a, b, c, d] = lab.netuids as [Netuid, Netuid, Netuid, Netuid];
  const coldkeys = lab.actors.map(({ address }) => address) as [Coldkey, ...Coldkey[]];
  const hotkeys = lab.hotkeys.slice(0, 2) as [Hotkey, Hotkey];
  field = { hotkeys, netuids: [ROOT_NETUID, a, b, c, d], coldkeys };
  const pools = [a, b, c, d];
  await lab.bench.setPools(pools.map((netuid) => [netuid, anyPool(dice)]));
  await lab.bench.setFree(coldkeys.map((who) => [who, 100_000n * TAO]));
  bystanders = pools.flatMap((netuid) => hotkeys.map((hotkey) => ({ coldkey: IDLE, hotkey, netuid })));
  lab.bench.setPositions(
    bystanders.map((place) => {
      const alpha = dice.magnitude(1_000n, 1_000n * TAO);
      return { ...place, shares: alpha * 700_000_000_000n, otherShares: 0n, alpha };
    }),
  );
  lab.bench.commit();
  await lab.caughtUp();
});
afterAll(() => lab.close());

async function handsOf(): Promise<Hand[]> {
  const places = field.coldkeys.flatMap((coldkey) =>
    field.hotkeys.flatMap((hotkey) => field.netuids.map((netuid) => ({ coldkey, hotkey, netuid }))),
  );
  const [free, held] = await Promise.all([freeOf(lab.raw, field.coldkeys), holdingsOf(lab.raw, places)]);
  const each = places.length / field.coldkeys.length;
  return field.coldkeys.map((coldkey, index) => ({
    coldkey,
    free: free[index] ?? 0n,
    held: places
      .slice(index * each, (index + 1) * each)
      .map(({ hotkey, netuid }, at) => ({ hotkey, netuid, alpha: held[index * each + at]?.alpha ?? 0n })),
  }));
}

const books = (): Promise<Books> => readBooks(lab.raw, lab.net.control.best.hash, field.netuids, bystanders);

/** Rao that an included extrinsic paid to the author, in TAO or in alpha sold for it. */
function paidBy({ events, fee }: RawOutcome): bigint {
  const inAlpha = events.find(({ name }) => name === 'subtensorModule.TransactionFeePaidWithAlpha')?.data[3];
  return fee + (typeof inAlpha === 'bigint' ? inAlpha : 0n);
}

function check(before: Books, after: Books, context: string): void {
  expect(after.accounts, context).toBe(before.accounts);
  expect(after.balancesIssuance, context).toBe(after.accounts);
  expect(after.stakingIssuance, context).toBe(after.accounts);
  let pools = after.totalStake - before.totalStake;
  for (const [index, is] of after.subnets.entries()) {
    const was = before.subnets[index];
    if (was === undefined) throw new Error('the same subnets before and after');
    const where = `subnet ${is.netuid}: ${context}`;
    pools -= is.tao - was.tao;
    expect(is.account, where).toBe(is.tao);
    // Alpha only changes hands between the pool and its holders; on root there is no pool.
    expect(is.alphaIn + is.alphaOut - (is.netuid === ROOT_NETUID ? is.tao - was.tao : 0n), where).toBe(
      was.alphaIn + was.alphaOut,
    );
    expect(is.staked - was.staked, where).toBe(is.alphaOut - was.alphaOut);
  }
  expect(pools, context).toBe(0n);
  // What others do never takes anything from a position; its share of their rounding may fall to it.
  for (const [index, is] of after.bystanders.entries()) {
    const was = before.bystanders[index] ?? 0n;
    expect(is >= was && is <= was + 2n, `${was} became ${is}: ${context}`).toBe(true);
  }
}

test(
  `no sequence of ${CASES} signed operations on shared pools makes or loses a base unit of TAO or alpha`,
  async () => {
    const dice = new Dice(SEED, 3);
    const kinds = new Map<string, number>();
    let before = await books();
    for (let left = CASES; left > 0; ) {
      const hands = await handsOf();
      const intents = hands.map((hand) => anyOperation(dice, field, hand));
      const [earned = 0n] = await freeOf(lab.raw, [AUTHOR]);
      const hashes = await submitAll(lab, await reviewAll(lab, intents));
      lab.net.control.mine();
      await lab.caughtUp();
      const outcomes = await outcomesOf(lab, hashes);
      const after = await books();
      const context = `seed ${SEED}, block ${lab.net.control.best.number}`;
      check(before, after, context);
      const [earnedNow = 0n] = await freeOf(lab.raw, [AUTHOR]);
      const paid = outcomes.reduce((sum, outcome) => sum + (outcome === undefined ? 0n : paidBy(outcome)), 0n);
      expect(earnedNow - earned, context).toBe(paid);
      for (const [at, intent] of intents.entries()) {
        if (outcomes[at] === undefined) continue;
        left -= 1;
        if (outcomes[at].ok) kinds.set(intent.kind, (kinds.get(intent.kind) ?? 0) + 1);
      }
      before = after;
    }
    process.stdout.write(`truth: ${JSON.stringify([...kinds])}\n`);
  },
  WITHIN_MS,
);
