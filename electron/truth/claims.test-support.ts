import { expect } from 'vitest';
import type { Coldkey, Hotkey, Netuid } from '../../shared/units/index.ts';
import { ROOT_NETUID } from '../../shared/units/index.ts';
import type { SubnetBooks } from './books.test-support.ts';
import type { Place } from './holdings.test-support.ts';
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

/** One account's claims of a block, its own and the chain's, seen from before and after it. */
export interface Claim {
  readonly coldkey: Coldkey;
  /** Subnets of its own claim; empty without one. */
  readonly asked: readonly Netuid[];
  /** Whether the chain claimed for it, before and on every subnet. */
  readonly isDrawn: boolean;
  readonly before: ClaimView;
  readonly after: ClaimView;
  /** What else came to a position, or went, after the chain's claim, in order; alpha rao. */
  readonly changes: (hotkey: Hotkey, netuid: Netuid) => readonly bigint[];
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
  readonly coldkey: Coldkey;
  readonly netuid: Netuid;
  readonly hotkey: Hotkey;
  readonly alpha: bigint;
  readonly choice: Choice;
  /**
   * So much more may have been paid: one, where root stake that came before or between claims of a block rounds for itself;
   * all, where nothing tells whether it could be sold.
   */
  readonly unsure: bigint;
  /** Paid by the chain's own claim, before anybody traded. */
  readonly byChain: boolean;
}

/** What claims brought somebody's root stake with one validator, rao. */
export interface Settled {
  readonly coldkey: Coldkey;
  readonly hotkey: Hotkey;
  readonly rao: bigint;
}

/** Everything that claims of one block paid. */
export interface Claimed {
  readonly paid: readonly Paid[];
  readonly settled: readonly Settled[];
}

export const isSold = ({ choice }: Paid): boolean => choice.startsWith('sold');

/** Alpha rao, rao on root, that claims added to one position. */
export function gainedBy({ paid, settled }: Claimed, { coldkey, hotkey, netuid }: Place): bigint {
  const isHere = (one: { readonly coldkey: Coldkey; readonly hotkey: Hotkey }): boolean =>
    one.coldkey === coldkey && one.hotkey === hotkey;
  if (netuid === ROOT_NETUID) return sumOf(settled.filter(isHere).map(({ rao }) => rao));
  return sumOf(paid.filter((one) => isHere(one) && one.netuid === netuid && !isSold(one)).map(({ alpha }) => alpha));
}

const sumOf = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, one) => sum + one, 0n);

/**
 * Follows every alpha of an account's claims: what was owed is paid whole or not at all, as stake with the same validator or
 * as root stake; the marks of what was paid tell the same. Answers what was paid.
 */
export function followClaim(field: Field, claim: Claim): Claimed {
  const each = field.hotkeys.map((hotkey) => {
    const { coldkey, before, after, context } = claim;
    const grown = alphaAt(after.hand, hotkey, ROOT_NETUID) - alphaAt(before.hand, hotkey, ROOT_NETUID);
    const rao = grown - sumOf(claim.changes(hotkey, ROOT_NETUID));
    const paid = field.netuids
      .filter((netuid) => netuid !== ROOT_NETUID)
      .flatMap((netuid) => paidBy(claim, hotkey, netuid, rao));
    checkProceeds(paid, rao, `${coldkey} with ${hotkey}: ${context}`);
    return { paid, settled: [{ coldkey, hotkey, rao }] };
  });
  return { paid: each.flatMap(({ paid }) => paid), settled: each.flatMap(({ settled }) => settled) };
}

/** Sales bring rao, and nothing else does. */
export function checkProceeds(paid: readonly Paid[], rao: bigint, where: string): void {
  const sales = paid.filter(isSold);
  const isRight = sales.length === 0 ? rao === 0n : sales.some(({ alpha }) => alpha > 0n) ? rao > 0n : rao >= 0n;
  expect(isRight, `${rao} rao for ${sales.length} sales: ${where}`).toBe(true);
}

/** The mark of what was paid after root stake came or went: neither earns past dividends nor loses them, down to nothing. */
function moved(mark: bigint, rate: bigint, change: bigint): bigint {
  const next = change > 0n ? mark + earned(rate, change) : mark - earned(rate, -change);
  return next > 0n ? next : 0n;
}

/** What one validator owes the account on a subnet when the block's first claim comes, alpha rao; and whether that is paid. */
function dueOf({ coldkey, asked, isDrawn, before, after }: Claim, hotkey: Hotkey, netuid: Netuid) {
  const rootStake = alphaAt(before.hand, hotkey, ROOT_NETUID);
  // Rates rise at the beginning of a block, before any claim.
  const rate = after.dividends.rate(hotkey, netuid);
  const claimed = before.dividends.claimed(hotkey, netuid, coldkey);
  const owed = earned(rate, rootStake) - claimed;
  const isWanted = isDrawn || asked.includes(netuid);
  const isDue = rootStake > 0n && isWanted && owed > 0n && owed >= before.dividends.threshold(netuid);
  const choice = before.dividends.choice(coldkey, netuid);
  return { rate, claimed, owed, isDue, choice, isToSell: isDue && choice.startsWith('sold') };
}

/**
 * Whether root stake with this validator may have come before or between the account's claims: it was given in the same block,
 * or the account's own claim sold what the chain's could not sell a moment before.
 */
function mayHaveGrownBetween(claim: Claim, hotkey: Hotkey): boolean {
  if (claim.asked.length === 0) return false;
  if (claim.changes(hotkey, ROOT_NETUID).length > 0) return true;
  return claim.asked.some((netuid) => {
    const { isToSell, owed } = dueOf(claim, hotkey, netuid);
    return claim.isDrawn && isToSell && isHardToSell(owed, netuid, claim.before);
  });
}

/** `arrived`: rao that the claims added to the root stake. */
function paidBy(claim: Claim, hotkey: Hotkey, netuid: Netuid, arrived: bigint): Paid[] {
  const { coldkey, asked, isDrawn, before, after, grew } = claim;
  const where = `claim of ${coldkey} with ${hotkey} on ${netuid}: ${claim.context}`;
  const { rate, claimed, owed, isDue, choice, isToSell } = dueOf(claim, hotkey, netuid);
  const unsure = mayHaveGrownBetween(claim, hotkey) ? 1n : 0n;
  const mark = after.dividends.claimed(hotkey, netuid, coldkey);
  const isMarked = (paid: bigint): boolean => {
    const changes = [arrived, ...claim.changes(hotkey, ROOT_NETUID)];
    const exact = changes.reduce((now, change) => moved(now, rate, change), claimed + paid);
    return mark >= exact - unsure && mark <= exact + unsure;
  };
  const isHard = isHardToSell(owed, netuid, before);
  if (isToSell && !isMarked(owed)) {
    expect(isHard || isHardToSell(owed, netuid, after), where).toBe(true);
    expect(isMarked(0n), where).toBe(true);
    return [];
  }
  const byChain = isDrawn && !(asked.includes(netuid) && isHard);
  // Who left root altogether has no marks any more to tell whether it was sold before.
  if (isToSell && isHard && isMarked(0n))
    return [{ coldkey, netuid, hotkey, alpha: 0n, choice, unsure: owed, byChain }];
  const alpha = isDue ? owed : 0n;
  expect(isMarked(alpha), `marked ${mark} after ${claimed}, owed ${owed}: ${where}`).toBe(true);
  const changes = claim.changes(hotkey, netuid);
  const grown = alphaAt(after.hand, hotkey, netuid) - alphaAt(before.hand, hotkey, netuid) - sumOf(changes);
  const expected = isToSell ? 0n : alpha;
  // Others' rounding may fall to the position; its own operations may leave a unit each to others.
  const least = expected - BigInt(changes.length);
  const isRight = grown >= least && (grew(netuid) || grown <= expected + 2n);
  expect(isRight, `${grown} for ${expected}: ${where}`).toBe(true);
  return alpha === 0n ? [] : [{ coldkey, netuid, hotkey, alpha, choice, unsure, byChain }];
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
