import * as z from 'zod';
import { zClaimType } from './intents.ts';
import {
  procedure,
  zAlphaRao,
  zBlockRef,
  zColdkey,
  zHostileText,
  zHotkey,
  zNetuid,
  zRao,
  zTake,
  zTimeMs,
} from './schemas.ts';

/**
 * A measured yield, never a promise: the median over several epochs of (dividends paid to nominators / their stake), times
 * epochs a year, in the subnet's alpha (TAO on root). Parts per million a year.
 */
export const zYield = z.strictObject({
  method: z.enum(['subnet_dividends', 'root_dividends']),
  /** Simple yearly rate. */
  aprPpm: z.int().min(0),
  /** Compounded every epoch; absent on root, where dividends do not compound by themselves. */
  apyPpm: z.int().min(0).optional(),
  epochs: z.int().min(1),
  fromBlock: z.int().min(0),
  toBlock: z.int().min(0),
});

/** A rise of the validator's take that the chain or our samples show. */
export const zTakeRise = z.strictObject({ from: zTake, to: zTake, seenMs: zTimeMs });

/** A delegate, seen from one subnet. */
export const zValidatorHere = z.strictObject({
  hotkey: zHotkey,
  owner: zColdkey,
  name: zHostileText.optional(),
  hasIdentity: z.boolean(),
  take: zTake,
  takeRose: zTakeRise.optional(),
  /** Block of the last change of take in either direction; 0 or absent: never. */
  takeChangedAt: z.int().min(0).optional(),
  nominators: z.int().min(0),
  /** Alpha staked with it on this subnet; TAO on root. */
  stakeHere: zAlphaRao,
  /** TAO staked with it on root, rao. */
  rootStake: zRao,
  /** Everything staked with it at spot prices, rao. */
  totalSpot: zRao,
  registeredHere: z.boolean(),
  permitHere: z.boolean(),
  subnets: z.int().min(0),
  /** Its share of the subnet's dividends last epoch, parts of 65535; absent when not registered or not known. */
  dividends: z.int().min(0).max(65_535).optional(),
  /** Block of its last weights here. */
  lastUpdate: z.int().min(0).optional(),
  /** Alpha paid to its nominators here in the last epoch; on root absent. */
  nominatorDividends: zAlphaRao.optional(),
  yield: zYield.optional(),
});

export const zChild = z.strictObject({
  hotkey: zHotkey,
  name: zHostileText.optional(),
  /** Share of the stake lent, u64 over 2^64 - 1. */
  proportion: z.bigint().min(0n),
});

/** A hotkey the account owns: what it takes and whom it lends stake to. */
export const zOwnHotkey = z.strictObject({
  coldkey: zColdkey,
  hotkey: zHotkey,
  name: zHostileText.optional(),
  isDelegate: z.boolean(),
  take: zTake,
  /** First block at which the take may be raised again. */
  raisableFrom: z.int().min(0),
  subnets: z
    .array(
      z.strictObject({
        netuid: zNetuid,
        registered: z.boolean(),
        childkeyTake: zTake,
        children: z.array(zChild).max(64),
        parents: z.array(zChild).max(1024),
        pending: z.strictObject({ children: z.array(zChild).max(64), fromBlock: z.int().min(0) }).optional(),
      }),
    )
    .max(4096),
});

export const zAutoStake = z.strictObject({
  coldkey: zColdkey,
  netuid: zNetuid,
  hotkey: zHotkey,
  name: zHostileText.optional(),
});

/** What one validator's root basket owes an account and what all of it holds, rao. */
export const zBasket = z.strictObject({
  coldkey: zColdkey,
  hotkey: zHotkey,
  name: zHostileText.optional(),
  owed: zRao,
});

export const stakingContract = {
  /** Every delegate as it stands on one subnet. */
  validators: procedure
    .input(z.strictObject({ netuid: zNetuid }))
    .output(z.strictObject({ block: zBlockRef, validators: z.array(zValidatorHere).max(10_000) })),
  /** Hotkeys that the accounts own, with the bounds of the take. */
  ownHotkeys: procedure.output(
    z.strictObject({
      block: zBlockRef,
      takeMin: zTake,
      takeMax: zTake,
      hotkeys: z.array(zOwnHotkey).max(1000),
    }),
  ),
  autoStake: procedure.output(z.strictObject({ block: zBlockRef, destinations: z.array(zAutoStake).max(20_000) })),
  /** How root dividends of each account are taken; empty where the runtime has no such choice. */
  claimTypes: procedure.output(
    z.strictObject({
      block: zBlockRef,
      claimTypes: z.array(z.strictObject({ coldkey: zColdkey, claimType: zClaimType })).max(1000),
    }),
  ),
  /** Root baskets; empty where the runtime has none. */
  baskets: procedure.output(z.strictObject({ block: zBlockRef, baskets: z.array(zBasket).max(20_000) })),
};
