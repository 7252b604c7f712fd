import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import {
  procedure,
  zAlphaRao,
  zBlockRef,
  zColdkey,
  zHostileText,
  zHotkey,
  zNetuid,
  zPrice,
  zRao,
  zTake,
  zTimeMs,
} from './schemas.ts';

/** One account's TAO, all in rao. */
export const zBalance = z.strictObject({
  address: zColdkey,
  free: zRao,
  reserved: zRao,
  frozen: zRao,
  /** What a keep-alive transfer could move before the fee. */
  transferable: zRao,
});

/**
 * What selling an amount of alpha now would pay after fee and price impact, from the runtime's own simulation at the named
 * block. `cannot`: the runtime says the sale would fail. `unknown`: not asked yet, or a runtime without simulation.
 */
export const zExit = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('pays'), tao: zRao, blockNumber: z.int().min(0) }),
  z.strictObject({ is: z.literal('cannot'), blockNumber: z.int().min(0) }),
  z.strictObject({ is: z.literal('unknown') }),
]);

/** Alpha (TAO on root) that a position gained without a transaction of its account, from local samples. */
export const zEarned = z.strictObject({
  alpha: zAlphaRao,
  fromBlock: z.int().min(0),
  fromTimeMs: zTimeMs,
  /** False where the position changed while Soma was not looking: then the figure is a lower bound. */
  exact: z.boolean(),
});

export const zStakePosition = z.strictObject({
  coldkey: zColdkey,
  hotkey: zHotkey,
  validatorName: zHostileText.optional(),
  netuid: zNetuid,
  subnetName: zHostileText,
  symbol: zHostileText,
  /** Alpha of `netuid`; TAO in rao on root. */
  alpha: zAlphaRao,
  price: zPrice,
  /** alpha x price, rao, before price impact and fees. */
  spotValue: zRao,
  /** This whole position sold alone. Positions on one subnet share a pool: their exits do not add up, see `exits`. */
  exit: zExit,
  /** Since Soma first saw the position; absent before the second sample. */
  earned: zEarned.optional(),
});

/** Alpha of an account on a subnet that conviction locks hold back, over all its validators there. */
export const zLock = z.strictObject({
  coldkey: zColdkey,
  netuid: zNetuid,
  total: zAlphaRao,
  locked: zAlphaRao,
  available: zAlphaRao,
});

/** All alpha of an account (of all accounts, without `coldkey`) on one subnet sold together now. */
export const zSubnetExit = z.strictObject({
  coldkey: zColdkey.optional(),
  netuid: zNetuid,
  alpha: zAlphaRao,
  exit: zExit,
});

/** Root dividends that a root position has earned and nobody has claimed: alpha of `netuid`. */
export const zRootDividend = z.strictObject({
  coldkey: zColdkey,
  hotkey: zHotkey,
  netuid: zNetuid,
  owed: zAlphaRao,
  /** A claim below this does nothing. */
  threshold: zAlphaRao,
  /** owed x price, rao. */
  spotValue: zRao,
});

/** TAO that a claim on a validator's root basket would pay, by the runtime's own quote at the named block. */
export const zBasketOwed = z.strictObject({
  coldkey: zColdkey,
  hotkey: zHotkey,
  validatorName: zHostileText.optional(),
  owed: zRao,
  /** A claim below this does nothing. */
  threshold: zRao,
  blockNumber: z.int().min(0),
});

/** Sums in rao. `exit` adds what was simulated per subnet; `exitComplete` is false when a subnet is missing in it. */
export const zTotals = z.strictObject({
  free: zRao,
  reserved: zRao,
  stakedSpot: zRao,
  /** free + reserved + stakedSpot. */
  total: zRao,
  /** Staked, as sold now: sum of the account's `exits` (all accounts': the ones without coldkey), root 1:1. */
  stakedExit: zRao,
  exitComplete: z.boolean(),
  /**
   * What claims of root dividends would pay: alpha at spot price, baskets as quoted; nothing for what is below the threshold of
   * a claim. It cannot be spent and is in no other sum. Absent before it was read.
   */
  claimable: zRao.optional(),
});

export const zPortfolio = z.strictObject({
  block: zBlockRef,
  existentialDeposit: zRao,
  balances: z.array(zBalance).max(1000),
  positions: z.array(zStakePosition).max(20_000),
  exits: z.array(zSubnetExit).max(20_000),
  locks: z.array(zLock).max(20_000),
  rootDividends: z.array(zRootDividend).max(20_000),
  /** Absent where the runtime has no root baskets, and before they were read. */
  baskets: z.array(zBasketOwed).max(20_000).optional(),
  /** All accounts together. */
  totals: zTotals,
  accountTotals: z.array(z.strictObject({ address: zColdkey, totals: zTotals })).max(1000),
});

/** A local sample of one account's value, or of all accounts together, rao. */
export const zValueSample = z.strictObject({
  blockNumber: z.int().min(0),
  timeMs: zTimeMs,
  free: zRao,
  reserved: zRao,
  stakedSpot: zRao,
  /** Absent where it was not complete. */
  stakedExit: zRao.optional(),
});

export const zPositionEarned = z.strictObject({ coldkey: zColdkey, hotkey: zHotkey, netuid: zNetuid, earned: zEarned });

export const zSubnet = z.strictObject({
  netuid: zNetuid,
  name: zHostileText,
  symbol: zHostileText,
  price: zPrice,
  taoIn: zRao,
  alphaIn: zAlphaRao,
  alphaOut: zAlphaRao,
  tempo: z.int(),
  started: z.boolean(),
});

export const zValidator = z.strictObject({
  hotkey: zHotkey,
  owner: zColdkey,
  name: zHostileText.optional(),
  take: zTake,
  nominators: z.int().min(0),
  registrations: z.array(zNetuid).max(4096),
  permits: z.array(zNetuid).max(4096),
  totalStake: z.array(z.strictObject({ netuid: zNetuid, alpha: zAlphaRao })).max(4096),
});

export const portfolioContract = {
  /** The whole portfolio of all accounts, again at every block that changed it. */
  watch: procedure.output(eventIterator(zPortfolio)),
  /** Samples of value since a time, oldest first; of all accounts without `coldkey`. */
  history: procedure
    .input(z.strictObject({ coldkey: zColdkey.optional(), sinceMs: zTimeMs }))
    .output(z.array(zValueSample).max(5000)),
  /** What every position gained since a time, as far back as samples reach. */
  earnedSince: procedure.input(z.strictObject({ sinceMs: zTimeMs })).output(z.array(zPositionEarned).max(20_000)),
  subnets: procedure.output(z.strictObject({ block: zBlockRef, subnets: z.array(zSubnet).max(4096) })),
  validators: procedure.output(z.strictObject({ block: zBlockRef, validators: z.array(zValidator).max(10_000) })),
};
