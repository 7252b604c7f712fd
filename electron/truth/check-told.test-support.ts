import { expect } from 'vitest';
import { type Coldkey, ROOT_NETUID } from '../../shared/units/index.ts';
import { claimedOf } from '../transactions/track/claimed.ts';
import { type Claimed, gainedBy } from './claims.test-support.ts';
import type { Done } from './deeds.test-support.ts';
import type { Stage } from './field.test-support.ts';
import type { Lab } from './lab.test-support.ts';
import type { Sight } from './look.test-support.ts';
import type { RawEvent } from './raw-chain.test-support.ts';

/**
 * What the app tells of each claim that somebody asked for is what claims of the block paid on root and the subnets named,
 * the chain's own among them, and never more; nothing where somebody else moved stake of the account in that block.
 */
export async function checkTold(
  { chain, raw }: Lab,
  { field }: Stage,
  { hash, number, moves }: Sight,
  done: readonly Done[],
  claimed: Claimed,
  context: string,
): Promise<void> {
  const block = { blockNumber: number, blockHash: hash };
  const outcomes = [...(await raw.outcomes(hash)).values()];
  await Promise.all(
    done.map(async ({ coldkey, intent, outcome }) => {
      if (intent?.kind !== 'root.claim' || outcome?.ok !== true) return;
      const index = outcomes.findIndex(({ events }) => events.some((event) => isClaimOf(event, coldkey)));
      const told = await claimedOf(chain, intent, { block, index });
      const given = new Set(moves.filter((move) => move.coldkey === coldkey).map(({ netuid }) => netuid));
      const paid = [ROOT_NETUID, ...intent.netuids]
        .filter((netuid) => !given.has(netuid))
        .map((netuid) => ({
          way: 'received',
          netuid,
          amount: field.hotkeys.reduce((sum, hotkey) => sum + gainedBy(claimed, { coldkey, hotkey, netuid }), 0n),
        }))
        .filter(({ amount }) => amount > 0n);
      // To root stake that was given meanwhile one unit more may have been due, with each validator.
      const isUnsure = (netuid: number): boolean => given.has(ROOT_NETUID) && netuid !== ROOT_NETUID;
      const exact = told.map((one) => {
        const amount = paid.find(({ netuid }) => netuid === one.netuid)?.amount ?? 0n;
        const isClose = one.amount > amount && one.amount <= amount + BigInt(field.hotkeys.length);
        return isUnsure(one.netuid) && isClose ? { ...one, amount } : one;
      });
      expect(exact, `claim of ${coldkey}: ${context}`).toEqual(paid);
    }),
  );
}

const isClaimOf = ({ name, data: [who] }: RawEvent, coldkey: Coldkey): boolean =>
  name === 'subtensorModule.RootClaimed' && who === coldkey;
