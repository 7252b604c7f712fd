import { expect } from 'vitest';
import { type Coldkey, ROOT_NETUID } from '../../shared/units/index.ts';
import { type Claimed, followClaim, owedToAll } from './claims.test-support.ts';
import type { Done } from './deeds.test-support.ts';
import { grewIn, type Stage } from './field.test-support.ts';
import type { Sight } from './look.test-support.ts';
import type { Hand } from './operations.test-support.ts';
import type { RawOutcome } from './raw-chain.test-support.ts';

/** A claim costs its fee, and nothing comes to the free balance but what others gave. */
function checkFee(
  coldkey: Coldkey,
  [was, is]: readonly [Hand, Hand],
  outcome: RawOutcome | undefined,
  done: readonly Done[],
  context: string,
): void {
  const given = done
    .flatMap((one) => one.outcome?.events ?? [])
    .filter(({ name, data: [, to] }) => name === 'balances.Transfer' && to === coldkey)
    .reduce((sum, { data }) => sum + (typeof data[2] === 'bigint' ? data[2] : 0n), 0n);
  expect(is.free, context).toBe(was.free - (outcome?.fee ?? 0n) + given);
}

/**
 * Follows every claim of the block, the chain's own first, and looks whether what all are owed is there. Answers what was
 * paid.
 */
export function checkClaims(
  stage: Stage,
  before: Sight,
  after: Sight,
  done: readonly Done[],
  context: string,
): Claimed {
  for (const { netuid, unclaimed } of after.books.subnets) {
    if (netuid === ROOT_NETUID) continue;
    const owed = owedToAll(after.dividends, stage.field, after.hands, netuid);
    expect(unclaimed, `owed on ${netuid}: ${context}`).toBeGreaterThanOrEqual(owed);
  }
  const each = done.map(({ coldkey, intent, outcome }, at): Claimed => {
    const asked = intent?.kind === 'root.claim' && outcome?.ok === true ? intent.netuids : [];
    const isDrawn = after.drawn.has(coldkey);
    const [was, is] = [before.hands[at], after.hands[at]];
    if (was === undefined || is === undefined) throw new Error('one hand a deed');
    if (asked.length > 0) checkFee(coldkey, [was, is], outcome, done, context);
    else if (!isDrawn) return { paid: [], settled: [] };
    const moves = after.moves.filter((move) => move.coldkey === coldkey);
    return followClaim(stage.field, {
      coldkey,
      asked,
      isDrawn,
      before: { hand: was, dividends: before.dividends, pools: before.books.subnets },
      after: { hand: is, dividends: after.dividends, pools: after.books.subnets },
      changes: (hotkey, netuid) =>
        moves.filter((move) => move.hotkey === hotkey && move.netuid === netuid).map(({ alpha }) => alpha),
      grew: grewIn(stage, after),
      context,
    });
  });
  return { paid: each.flatMap(({ paid }) => paid), settled: each.flatMap(({ settled }) => settled) };
}
