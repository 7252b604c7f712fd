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
});

export const zPortfolio = z.strictObject({
  block: zBlockRef,
  existentialDeposit: zRao,
  balances: z.array(zBalance).max(1000),
  positions: z.array(zStakePosition).max(20_000),
  totals: z.strictObject({ free: zRao, reserved: zRao, stakedSpot: zRao, total: zRao }),
});

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
  subnets: procedure.output(z.strictObject({ block: zBlockRef, subnets: z.array(zSubnet).max(4096) })),
  validators: procedure.output(z.strictObject({ block: zBlockRef, validators: z.array(zValidator).max(10_000) })),
};
