import { isRoot } from '../../../../shared/units/index.ts';
import { obstacle } from '../../rules/obstacles.ts';
import type { IntentOf, Planner } from '../planner.ts';
import { ascending } from './netuids.ts';
import { planSetting, readPayer } from './setting.ts';

/** Takes root dividends of some subnets now, with every validator. What is owed is alpha of several subnets: no one figure. */
export const planClaim: Planner<IntentOf<'root.claim'>> = async ({ coldkey, netuids }, context) => {
  const { chain } = context;
  const subnets = ascending(netuids);
  const [payer, positions] = await Promise.all([readPayer(context, { coldkey }), chain.getStakePositions([coldkey])]);
  const roots = positions.value.filter(({ netuid }) => isRoot(netuid));
  const owed = await chain.getRootDividends(roots.map(({ hotkey, alpha }) => ({ coldkey, hotkey, rootStake: alpha })));
  const pays = owed.value.some(
    (row) => row.coldkey === coldkey && subnets.includes(row.netuid) && row.owed > 0n && row.owed >= row.threshold,
  );
  const [only] = subnets;
  const facts = subnets.length === 1 && only !== undefined ? { netuid: only } : {};
  return planSetting(payer, {
    call: { pallet: 'SubtensorModule', call: 'claim_root', args: { subnets } },
    obstacles: pays ? [] : [obstacle('tx.nothing_to_claim', facts)],
  });
};
