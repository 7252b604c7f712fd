import { expect } from 'vitest';
import { ROOT_NETUID } from '../../shared/units/index.ts';
import { followClaim, owedToAll, type Paid } from './claims.test-support.ts';
import type { Done } from './deeds.test-support.ts';
import { grewIn, type Stage } from './field.test-support.ts';
import type { Sight } from './look.test-support.ts';

/** Follows every claim of the block, and looks whether what all are owed is there. Answers what was paid. */
export function checkClaims(
  stage: Stage,
  before: Sight,
  after: Sight,
  done: readonly Done[],
  context: string,
): readonly Paid[] {
  for (const { netuid, unclaimed } of after.books.subnets) {
    if (netuid === ROOT_NETUID) continue;
    const owed = owedToAll(after.dividends, stage.field, after.hands, netuid);
    expect(unclaimed, `owed on ${netuid}: ${context}`).toBeGreaterThanOrEqual(owed);
  }
  return done.flatMap(({ coldkey, intent, outcome }, at) => {
    if (intent?.kind !== 'root.claim' || outcome?.ok !== true) return [];
    const [was, is] = [before.hands[at], after.hands[at]];
    if (was === undefined || is === undefined) throw new Error('one hand a deed');
    expect(is.free, context).toBe(was.free - outcome.fee);
    return followClaim(stage.field, {
      coldkey,
      wanted: intent.netuids,
      before: { hand: was, dividends: before.dividends, pools: before.books.subnets },
      after: { hand: is, dividends: after.dividends, pools: after.books.subnets },
      grew: grewIn(stage, after),
      context,
    });
  });
}
