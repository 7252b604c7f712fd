import { expect } from 'vitest';
import type { Coldkey, Hotkey, Netuid } from '../../shared/units/index.ts';
import { ROOT_NETUID } from '../../shared/units/index.ts';
import type { SubnetBooks } from './books.test-support.ts';
import { alphaAt, type Field, type Hand } from './operations.test-support.ts';
import { listOf, uintAt, uintOf } from './raw-bytes.test-support.ts';
import type { RawChain } from './raw-chain.test-support.ts';

const PALLET = 'SubtensorModule';
/** Alpha rao; the chain's own default. Less than this is not paid. */
const THRESHOLD = 500_000n;

/** What becomes of an account's root dividends on a subnet. */
export type Choice = 'sold' | 'kept' | 'sold beside what is named' | 'kept where named';

/** Everything that decides what root stakers are owed, at one block. */
export interface Dividends {
  /** I96F32 alpha per rao of root stake. */
  rate(hotkey: Hotkey, netuid: Netuid): bigint;
  /** Alpha rao that root stake of now has had, or has not earned. */
  claimed(hotkey: Hotkey, netuid: Netuid, coldkey: Coldkey): bigint;
  choice(coldkey: Coldkey, netuid: Netuid): Choice;
  /** Least alpha rao that is paid. */
  threshold(netuid: Netuid): bigint;
}

export async function readDividends(raw: RawChain, at: string, field: Field): Promise<Dividends> {
  const subnets = field.netuids.filter((netuid) => netuid !== ROOT_NETUID);
  const rateKeys = field.hotkeys.map((hotkey) => raw.key(PALLET, 'RootClaimable', hotkey));
  const typeKeys = field.coldkeys.map((coldkey) => raw.key(PALLET, 'RootClaimType', coldkey));
  const thresholdKeys = subnets.map((netuid) => raw.key(PALLET, 'RootClaimableThreshold', netuid));
  const claimedKey = (hotkey: Hotkey, netuid: Netuid, coldkey: Coldkey): string =>
    raw.key(PALLET, 'RootClaimed', netuid, hotkey, coldkey);
  const claimedKeys = field.hotkeys.flatMap((hotkey) =>
    subnets.flatMap((netuid) => field.coldkeys.map((coldkey) => claimedKey(hotkey, netuid, coldkey))),
  );
  const keys = [...rateKeys, ...typeKeys, ...thresholdKeys, ...claimedKeys];
  const values = await raw.read(keys, at);
  const stored = new Map(keys.map((key, index) => [key, values[index] ?? null]));
  const rates = new Map(
    field.hotkeys.map((hotkey, index) => {
      const entries = listOf(stored.get(rateKeys[index] ?? '') ?? null, 18);
      return [hotkey, new Map(entries.map((one) => [Number(uintAt(one, 0, 2)), uintAt(one, 2, 16)]))] as const;
    }),
  );
  return {
    rate: (hotkey, netuid) => rates.get(hotkey)?.get(netuid) ?? 0n,
    claimed: (hotkey, netuid, coldkey) => uintOf(stored.get(claimedKey(hotkey, netuid, coldkey)) ?? null),
    choice: (coldkey, netuid) => choiceOf(stored.get(raw.key(PALLET, 'RootClaimType', coldkey)) ?? null, netuid),
    threshold: (netuid) => {
      const value = stored.get(raw.key(PALLET, 'RootClaimableThreshold', netuid)) ?? null;
      return value === null ? THRESHOLD : uintOf(value) >> 32n;
    },
  };
}

/** RootClaimTypeEnum: 0 Swap, 1 Keep, 2 KeepSubnets with a list of u16. */
function choiceOf(hex: string | null, netuid: Netuid): Choice {
  const variant = hex === null ? 0n : uintAt(hex, 0, 1);
  if (variant < 2n) return variant === 0n ? 'sold' : 'kept';
  const named = listOf(hex, 2, 1).some((one) => uintOf(one) === BigInt(netuid));
  return named ? 'kept where named' : 'sold beside what is named';
}

/** Alpha rao of `rootStake` at a rate. */
const earned = (rate: bigint, rootStake: bigint): bigint => (rate * rootStake) >> 32n;

/** Alpha rao that all accounts together may still claim on a subnet. */
export function owedToAll(dividends: Dividends, field: Field, hands: readonly Hand[], netuid: Netuid): bigint {
  let all = 0n;
  for (const hand of hands) {
    for (const hotkey of field.hotkeys) {
      const due = earned(dividends.rate(hotkey, netuid), alphaAt(hand, hotkey, ROOT_NETUID));
      const owed = due - dividends.claimed(hotkey, netuid, hand.coldkey);
      if (owed > 0n) all += owed;
    }
  }
  return all;
}

/** One account's claim, seen from before and after the block it is in. */
export interface Claim {
  readonly coldkey: Coldkey;
  readonly wanted: readonly Netuid[];
  readonly before: ClaimView;
  readonly after: ClaimView;
  /** Whether an epoch of the subnet was in the block: its dividends come on top. */
  readonly grew: (netuid: Netuid) => boolean;
  readonly context: string;
}

interface ClaimView {
  readonly hand: Hand;
  readonly dividends: Dividends;
  readonly pools: readonly Reserves[];
}

/** Rao and alpha rao in a pool. */
type Reserves = Pick<SubnetBooks, 'netuid' | 'tao' | 'alphaIn'>;

/** What a claim paid on one subnet with one validator. */
export interface Paid {
  readonly netuid: Netuid;
  readonly hotkey: Hotkey;
  readonly alpha: bigint;
  readonly choice: Choice;
}

/**
 * Follows every alpha of a claim that nobody else's operation mixed with: what was owed is paid whole or not at all, as
 * stake with the same validator or as root stake; the marks of what was paid tell the same. Answers what was paid.
 */
export function followClaim(field: Field, claim: Claim): Paid[] {
  return field.hotkeys.flatMap((hotkey) => {
    const { before, after, context } = claim;
    const arrived = alphaAt(after.hand, hotkey, ROOT_NETUID) - alphaAt(before.hand, hotkey, ROOT_NETUID);
    const paid = field.netuids
      .filter((netuid) => netuid !== ROOT_NETUID)
      .flatMap((netuid) => paidBy(claim, hotkey, netuid, arrived));
    const isSold = paid.some(({ choice }) => choice.startsWith('sold'));
    expect(arrived > 0n, `${arrived} rao of ${claim.coldkey} with ${hotkey}: ${context}`).toBe(isSold);
    return paid;
  });
}

/** `arrived`: rao that the claim added to the root stake. */
function paidBy(claim: Claim, hotkey: Hotkey, netuid: Netuid, arrived: bigint): Paid[] {
  const { coldkey, before, after, wanted, grew } = claim;
  const where = `claim of ${coldkey} with ${hotkey} on ${netuid}: ${claim.context}`;
  const rootStake = alphaAt(before.hand, hotkey, ROOT_NETUID);
  // Rates rise at the beginning of a block, before the claim.
  const rate = after.dividends.rate(hotkey, netuid);
  const claimed = before.dividends.claimed(hotkey, netuid, coldkey);
  const owed = earned(rate, rootStake) - claimed;
  const isDue = rootStake > 0n && wanted.includes(netuid) && owed > 0n && owed >= before.dividends.threshold(netuid);
  const choice = before.dividends.choice(coldkey, netuid);
  // New root stake has not earned what was earned before it came.
  const alpha = after.dividends.claimed(hotkey, netuid, coldkey) - earned(rate, arrived) - claimed;
  if (isDue && alpha === 0n && choice.startsWith('sold')) {
    expect(isHardToSell(owed, netuid, before) || isHardToSell(owed, netuid, after), where).toBe(true);
    return [];
  }
  expect(alpha, where).toBe(isDue ? owed : 0n);
  const grown = alphaAt(after.hand, hotkey, netuid) - alphaAt(before.hand, hotkey, netuid);
  const expected = choice.startsWith('sold') ? 0n : alpha;
  // Others' rounding may fall to the position.
  const isRight = grown >= expected && (grew(netuid) || grown <= expected + 2n);
  expect(isRight, `${grown} for ${expected}: ${where}`).toBe(true);
  return alpha === 0n ? [] : [{ netuid, hotkey, alpha, choice }];
}

/**
 * A pool takes at most a thousand times its alpha, and pays no less than a rao. Others trade in the same block, so anything
 * near it may have been too much when its turn came.
 */
function isHardToSell(alpha: bigint, netuid: Netuid, { pools }: ClaimView): boolean {
  const pool = pools.find((one) => one.netuid === netuid);
  if (pool === undefined) return true;
  return alpha > pool.alphaIn * 50n || alpha * pool.tao < pool.alphaIn * 1_000n || pool.tao < 50_000_000n;
}
