import { expect } from 'vitest';
import { ROOT_NETUID } from '../../shared/units/index.ts';
import { claimedOf } from '../transactions/track/claimed.ts';
import { type Claimed, gainedBy } from './claims.test-support.ts';
import type { Done } from './deeds.test-support.ts';
import type { Stage } from './field.test-support.ts';
import type { Lab } from './lab.test-support.ts';
import type { Sight } from './look.test-support.ts';

/**
 * What the app tells of each claim that somebody asked for is what claims of the block paid on root and the subnets named,
 * the chain's own among them, and never more.
 */
export async function checkTold(
  { chain }: Lab,
  { field }: Stage,
  { hash, number }: Sight,
  done: readonly Done[],
  claimed: Claimed,
  context: string,
): Promise<void> {
  const block = { blockNumber: number, blockHash: hash };
  await Promise.all(
    done.map(async ({ coldkey, intent, outcome }) => {
      if (intent?.kind !== 'root.claim' || outcome?.ok !== true) return;
      const told = await claimedOf(chain, intent, { block });
      const paid = [ROOT_NETUID, ...intent.netuids]
        .map((netuid) => ({
          way: 'received',
          netuid,
          amount: field.hotkeys.reduce((sum, hotkey) => sum + gainedBy(claimed, { coldkey, hotkey, netuid }), 0n),
        }))
        .filter(({ amount }) => amount > 0n);
      expect(told, `claim of ${coldkey}: ${context}`).toEqual(paid);
    }),
  );
}
