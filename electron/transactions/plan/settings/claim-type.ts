import type { ClaimType } from '../../../../shared/contract/index.ts';
import { obstacle } from '../../rules/obstacles.ts';
import type { IntentOf, Planner } from '../planner.ts';
import { ascending } from './netuids.ts';
import { planSetting, readPayer } from './setting.ts';

/** The contract's text of a claim type: `swap`, `keep`, `keep_subnets 1 2`. */
function textOf(type: ClaimType): string {
  return type.is === 'keep_subnets' ? `${type.is} ${ascending(type.netuids).join(' ')}` : type.is;
}

/** As the runtime names its variants. */
function variantOf(type: ClaimType): unknown {
  switch (type.is) {
    case 'swap':
      return 'Swap';
    case 'keep':
      return 'Keep';
    case 'keep_subnets':
      return { KeepSubnets: { subnets: ascending(type.netuids) } };
  }
}

/** What becomes of root dividends from now on. */
export const planClaimType: Planner<IntentOf<'root.claimType'>> = async ({ coldkey, claimType }, context) => {
  const [payer, types] = await Promise.all([readPayer(context, { coldkey }), context.chain.getClaimTypes([coldkey])]);
  // Nobody who has set nothing has a row: the chain sells by default.
  const before = textOf(types.value.find((row) => row.coldkey === coldkey)?.claimType ?? { is: 'swap' });
  const after = textOf(claimType);
  return planSetting(payer, {
    call: {
      pallet: 'SubtensorModule',
      call: 'set_root_claim_type',
      args: { new_root_claim_type: variantOf(claimType) },
    },
    obstacles: before === after ? [obstacle('tx.already_set')] : [],
    settings: [{ subject: 'claim_type', before: before.slice(0, 2048), after: after.slice(0, 2048) }],
  });
};
