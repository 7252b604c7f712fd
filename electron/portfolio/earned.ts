import { isRoot, type Netuid } from '../../shared/units/index.ts';

/** What a sample must know to be compared with the one after it. */
export interface Held {
  readonly blockNumber: number;
  /** Base units; TAO in rao on root. */
  readonly alpha: bigint;
  /** Scaled by 2^64. */
  readonly shares: bigint;
  /** Of the account. */
  readonly nonce: number;
}

export interface Growth {
  /** Base units. */
  readonly earned: bigint;
  /** False: something may have been missed, and `earned` is a lower bound. */
  readonly exact: boolean;
}

/**
 * What a position grew without a transaction between two samples. Shares change with transactions and claims only, so what
 * grew while they stood still was earned. Where they changed, only the part that was held all the time counts, at the rise
 * of what one share is worth. `seenUntil` is the last block at which `before` was still seen to hold.
 */
export function growth(netuid: Netuid, before: Held, after: Held, seenUntil = before.blockNumber): Growth {
  const sentNothing = before.nonce === after.nonce;
  // Claims credit root dividends as new shares without a transaction of the account.
  if (isRoot(netuid) && sentNothing) {
    return { earned: positive(after.alpha - before.alpha), exact: after.alpha >= before.alpha };
  }
  if (before.shares === after.shares) return { earned: positive(after.alpha - before.alpha), exact: true };
  const sawEveryBlock = after.blockNumber <= seenUntil + 1;
  // Two transactions unseen may have taken the position out and put it back: then nobody knows what was held meanwhile.
  if (!sawEveryBlock && after.nonce - before.nonce > 1) return { earned: 0n, exact: false };
  const earned = growthOfKept(before, after);
  // An epoch and a withdrawal in one block: what the withdrawn part had grown is not seen.
  const missedNothing = after.shares > before.shares || earned <= 1n;
  // More on root after a transaction: a deposit, or a claim made by hand, which would be income.
  const mayBeClaim = isRoot(netuid) && after.shares > before.shares;
  return { earned, exact: sawEveryBlock && missedNothing && !mayBeClaim };
}

/** min(s1, s2) x (a2/s2 - a1/s1), rounded down: never more than the pool's rate explains. */
function growthOfKept(before: Held, after: Held): bigint {
  if (before.shares === 0n || after.shares === 0n) return 0n;
  const kept = before.shares < after.shares ? before.shares : after.shares;
  const rise = after.alpha * before.shares - before.alpha * after.shares;
  return positive((kept * rise) / (before.shares * after.shares));
}

function positive(amount: bigint): bigint {
  return amount > 0n ? amount : 0n;
}
