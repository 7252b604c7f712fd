import { expect } from 'vitest';
import type { StakeStep } from '../../shared/contract/index.ts';
import type { Coldkey, Hotkey, Netuid } from '../../shared/units/index.ts';
import { type Claimed, gainedBy } from './claims.test-support.ts';
import type { Done } from './deeds.test-support.ts';
import { grewIn, type Stage } from './field.test-support.ts';
import type { Sight } from './look.test-support.ts';
import { alphaAt, type Hand } from './operations.test-support.ts';
import type { RawOutcome } from './raw-chain.test-support.ts';

/** A fee paid out of stake, as the event names it. */
export interface AlphaFee {
  readonly who: Coldkey;
  readonly netuid: Netuid;
  /** Alpha rao sold. */
  readonly alpha: bigint;
  /** Rao that went to the author. */
  readonly tao: bigint;
}

export function alphaFeeIn({ events }: RawOutcome): AlphaFee | undefined {
  const paid = events.find(({ name }) => name === 'subtensorModule.TransactionFeePaidWithAlpha');
  if (paid === undefined) return undefined;
  const [who, netuid, alpha, tao] = paid.data;
  if (typeof alpha !== 'bigint' || typeof tao !== 'bigint') throw new Error('the event has no amounts');
  return { who: who as Coldkey, netuid: Number(netuid) as Netuid, alpha, tao };
}

/** Rao that an included extrinsic paid to the author, in TAO or in alpha sold for it. */
function paidToAuthor(outcome: RawOutcome): bigint {
  return outcome.fee + (alphaFeeIn(outcome)?.tao ?? 0n);
}

const sumOf = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, one) => sum + one, 0n);

/** Alpha that the operation itself took out of the position, and rao that it brought to the free balance. */
export function flowsOf(
  { intent, outcome, pays = 0n }: Pick<Done, 'intent' | 'outcome' | 'pays'>,
  left: bigint,
): { readonly taken: bigint; readonly income: bigint } {
  if (outcome?.ok !== true) return { taken: 0n, income: 0n };
  // The sale for the fee is a StakeRemoved of its own, before the call's.
  const removed = outcome.events
    .filter(({ name }) => name === 'subtensorModule.StakeRemoved')
    .slice(alphaFeeIn(outcome) === undefined ? 0 : 1);
  const field = (at: number): bigint => sumOf(removed.map(({ data }) => data[at] as bigint));
  if (removed.length > 0) return { taken: field(3), income: intent?.kind === 'stake.remove' ? field(2) : 0n };
  // A transfer to another account tells no StakeRemoved: it takes what was asked for, or what the fee left.
  return { taken: pays < left ? pays : left, income: 0n };
}

/** What the beginning of the block did to an account's positions, before it paid. */
interface Growth {
  /** Whether an epoch was there. */
  readonly grew: boolean;
  /** Alpha rao, rao on root, that the chain claimed by itself. */
  readonly claimed: (place: { readonly hotkey: Hotkey; readonly netuid: Netuid }) => bigint;
}

/**
 * Who pays in alpha loses what the event names and what the operation took, from that one position, and no TAO. Of others'
 * rounding in the same share pool at most two units fall to the position; after an epoch it has also earned.
 */
function checkAlphaFee(done: Done, before: Hand, after: Hand, { grew, claimed }: Growth, context: string): void {
  const fee = done.outcome === undefined ? undefined : alphaFeeIn(done.outcome);
  if (fee === undefined) return;
  const step = done.intent as StakeStep;
  const where = `${JSON.stringify(fee, (_, value: unknown) => String(value))}: ${context}`;
  expect(fee.who, where).toBe(done.coldkey);
  expect(fee.netuid, where).toBe(step.netuid);
  expect(done.outcome?.fee, where).toBe(0n);
  const held = alphaAt(before, step.hotkey, step.netuid) + claimed(step);
  const { taken, income } = flowsOf(done, held - fee.alpha);
  const lost = held - alphaAt(after, step.hotkey, step.netuid);
  const expected = fee.alpha + taken;
  const isRight = grew ? lost <= expected : lost <= expected && lost >= expected - 2n;
  expect(isRight, `${lost} of ${held} for ${expected}: ${where}`).toBe(true);
  expect(after.free - before.free, where).toBe(income);
}

/** The author earned what was paid, in TAO or for alpha, and every fee in alpha is accounted for. */
export function checkAlphaFees(
  stage: Stage,
  before: Sight,
  after: Sight,
  done: readonly Done[],
  claimed: Claimed,
  context: string,
): void {
  const paid = done.map(({ outcome }) => (outcome === undefined ? 0n : paidToAuthor(outcome)));
  expect(after.author - before.author, context).toBe(sumOf(paid));
  const grew = grewIn(stage, after);
  for (const [at, one] of done.entries()) {
    const [was, is] = [before.hands[at], after.hands[at]];
    if (was === undefined || is === undefined) throw new Error('one hand a deed');
    const { coldkey, intent, refused, outcome } = one;
    // Only an account without TAO may find, when its turn comes, that its stake does not fetch the fee any more.
    const isLeft = refused === undefined && outcome === undefined;
    expect(isLeft && !stage.cast.poor.has(coldkey), `${coldkey} left out: ${context}`).toBe(false);
    const netuid = intent !== undefined && 'netuid' in intent ? intent.netuid : undefined;
    const growth: Growth = {
      grew: netuid !== undefined && grew(netuid),
      claimed: (place) => gainedBy(claimed, { coldkey, ...place }),
    };
    checkAlphaFee(one, was, is, growth, context);
  }
}
