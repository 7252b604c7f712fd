import type { ClaimPart, ClaimType } from '../../../../shared/contract/index.ts';
import { isRoot, type Netuid } from '../../../../shared/units/index.ts';
import type { RootDividendRecord } from '../../../chain/delegation-port.ts';
import { obstacle, TAO } from '../../rules/obstacles.ts';
import type { IntentOf, PlanContext, Planner } from '../planner.ts';
import { simulate } from '../simulate.ts';
import { tradeAsset } from '../trade.ts';
import { holdWarnings } from '../warnings.ts';
import { ascending } from './netuids.ts';
import { planSetting, readPayer } from './setting.ts';

/** Takes root dividends of some subnets now, with every validator. What is owed is alpha of several subnets: no one figure. */
export const planClaim: Planner<IntentOf<'root.claim'>> = async ({ coldkey, netuids }, context) => {
  const { chain } = context;
  const subnets = ascending(netuids);
  const [payer, positions, types] = await Promise.all([
    readPayer(context, { coldkey }),
    chain.getStakePositions([coldkey]),
    chain.getClaimTypes([coldkey]),
  ]);
  const roots = positions.value.filter(({ netuid }) => isRoot(netuid));
  const owed = await chain.getRootDividends(roots.map(({ hotkey, alpha }) => ({ coldkey, hotkey, rootStake: alpha })));
  const pays = owed.value.filter((row) => row.coldkey === coldkey && row.owed > 0n && row.owed >= row.threshold);
  // Nobody who has set nothing has a row: the chain sells by default.
  const type = types.value.find((row) => row.coldkey === coldkey)?.claimType ?? { is: 'swap' };
  const parts = await Promise.all(subnets.map((netuid) => claimOf(netuid, pays, type, context)));
  const claims = parts.filter((part) => part !== undefined);
  const [only] = subnets;
  const facts = subnets.length === 1 && only !== undefined ? { netuid: only } : {};
  return planSetting(payer, {
    call: { pallet: 'SubtensorModule', call: 'claim_root', args: { subnets } },
    obstacles: claims.length > 0 ? [] : [obstacle('tx.nothing_to_claim', facts)],
    lists: { claims },
    // What is sold joins the root stake.
    warnings: claims.some(({ becomes }) => becomes === 'sold') ? holdWarnings(payer.guards, 'all', context) : [],
  });
};

const isKept = (type: ClaimType, netuid: Netuid): boolean =>
  type.is === 'keep' || (type.is === 'keep_subnets' && type.netuids.includes(netuid));

/**
 * What a claim on one subnet would pay now; undefined where nothing reaches the threshold. The chain sells what each
 * validator owes by itself, one after the other in one pool: simulated as one sale.
 */
async function claimOf(
  netuid: Netuid,
  rows: readonly RootDividendRecord[],
  type: ClaimType,
  context: PlanContext,
): Promise<ClaimPart | undefined> {
  const amount = rows.filter((row) => row.netuid === netuid).reduce((sum, { owed }) => sum + owed, 0n);
  if (amount === 0n) return undefined;
  const owed = { asset: tradeAsset(netuid, await context.symbolOf(netuid)), amount };
  if (isKept(type, netuid)) return { netuid, owed, becomes: 'kept', receive: owed };
  if (!context.chain.capabilities().quotes) return { netuid, owed, becomes: 'sold' };
  const { out } = await simulate(context.chain, 'sell', netuid, amount);
  // What the pool cannot buy stays owed.
  return out === 0n
    ? { netuid, owed, becomes: 'left' }
    : { netuid, owed, becomes: 'sold', receive: { asset: TAO, amount: out } };
}
