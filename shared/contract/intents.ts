import * as z from 'zod';
import { MAX_BATCH, MAX_CLAIM_SUBNETS } from '../constants/batch.ts';
import { zAlphaRao, zColdkey, zHotkey, zNetuid, zPpm, zRao, zTake } from './schemas.ts';

/** Where a position is: the account, the validator it is with, and the subnet. */
const position = { coldkey: zColdkey, hotkey: zHotkey, netuid: zNetuid };
/** Alpha of the origin subnet (TAO on root) that leaves a position; `amount` is ignored when `all`. */
const leaving = { amount: zAlphaRao, all: z.boolean() };
const priced = { tolerance: zPpm, allowPartial: z.boolean() };

/** TAO into a position. */
const zStakeAdd = z.strictObject({ kind: z.literal('stake.add'), ...position, amount: zRao, ...priced });
/** Alpha of a position back into free TAO. */
const zStakeRemove = z.strictObject({ kind: z.literal('stake.remove'), ...position, ...leaving, ...priced });
/** To another validator; on another subnet too when `toNetuid` differs, which trades in both pools. */
const zStakeMove = z.strictObject({
  kind: z.literal('stake.move'),
  ...position,
  toHotkey: zHotkey,
  toNetuid: zNetuid,
  ...leaving,
  tolerance: zPpm,
});
/** To another subnet with the same validator: sells in one pool and buys in the other. */
const zStakeSwap = z.strictObject({
  kind: z.literal('stake.swap'),
  ...position,
  toNetuid: zNetuid,
  ...leaving,
  ...priced,
});
/** To another coldkey, same validator and same subnet: no pool is touched. */
const zStakeTransfer = z.strictObject({ kind: z.literal('stake.transfer'), ...position, to: zColdkey, ...leaving });

/** What an atomic batch may hold. */
export const zStakeStep = z.discriminatedUnion('kind', [
  zStakeAdd,
  zStakeRemove,
  zStakeMove,
  zStakeSwap,
  zStakeTransfer,
]);

export const zClaimType = z.discriminatedUnion('is', [
  /** Root dividends are sold and added to root stake. */
  z.strictObject({ is: z.literal('swap') }),
  /** They stay alpha of their subnet, staked with the same validator. */
  z.strictObject({ is: z.literal('keep') }),
  /** Kept on these subnets, sold on all others. */
  z.strictObject({ is: z.literal('keep_subnets'), netuids: z.array(zNetuid).min(1).max(1024) }),
]);

/** A wish in user terms. A service turns it into a call for the connected runtime. */
export const zIntent = z.discriminatedUnion('kind', [
  /** Sends an exact amount; refuses rather than reaping the sender. */
  z.strictObject({ kind: z.literal('transfer.keepAlive'), coldkey: zColdkey, to: zColdkey, amount: zRao }),
  /** Sends everything but the fee; `keepAlive` leaves the existential deposit. Closing the account needs consent. */
  z.strictObject({
    kind: z.literal('transfer.all'),
    coldkey: zColdkey,
    to: zColdkey,
    keepAlive: z.boolean(),
    reapConsent: z.boolean(),
  }),
  /** Sends an exact amount and may close the sender's account below the existential deposit. */
  z.strictObject({
    kind: z.literal('transfer.allowDeath'),
    coldkey: zColdkey,
    to: zColdkey,
    amount: zRao,
    reapConsent: z.boolean(),
  }),
  zStakeAdd,
  zStakeRemove,
  zStakeMove,
  zStakeSwap,
  zStakeTransfer,
  /** Several operations of one account, all or none. Every step names that account. */
  z.strictObject({
    kind: z.literal('stake.batch'),
    coldkey: zColdkey,
    steps: z.array(zStakeStep).min(1).max(MAX_BATCH),
  }),
  /**
   * Every position of the account (with one validator, on one subnet, where named) back into TAO: a batch of limited full
   * exits. What cannot leave is skipped and said so.
   */
  z.strictObject({
    kind: z.literal('stake.exitAll'),
    coldkey: zColdkey,
    hotkey: zHotkey.optional(),
    netuid: zNetuid.optional(),
    tolerance: zPpm,
  }),
  /** Where the mining rewards of the account's neurons on a subnet go. */
  z.strictObject({ kind: z.literal('autoStake.set'), ...position }),
  /** What becomes of root dividends. */
  z.strictObject({ kind: z.literal('root.claimType'), coldkey: zColdkey, claimType: zClaimType }),
  /** Takes root dividends of these subnets now, from every validator. */
  z.strictObject({
    kind: z.literal('root.claim'),
    coldkey: zColdkey,
    netuids: z.array(zNetuid).min(1).max(MAX_CLAIM_SUBNETS),
  }),
  /** Takes what one validator's root basket owes. */
  z.strictObject({ kind: z.literal('basket.claim'), coldkey: zColdkey, hotkey: zHotkey }),
  /** Buys shares of a validator's root basket with free TAO, rao. */
  z.strictObject({ kind: z.literal('basket.buy'), coldkey: zColdkey, hotkey: zHotkey, amount: zRao }),
  /** The cut of an own validator; the chain has one call to raise and one to lower it. */
  z.strictObject({ kind: z.literal('take.set'), coldkey: zColdkey, hotkey: zHotkey, take: zTake }),
]);

export type StakeStep = z.output<typeof zStakeStep>;
export type ClaimType = z.output<typeof zClaimType>;
export type Intent = z.output<typeof zIntent>;
