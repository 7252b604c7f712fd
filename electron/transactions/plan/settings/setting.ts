import type { Change, Obstacle } from '../../../../shared/contract/index.ts';
import type { Coldkey, Hotkey, Netuid } from '../../../../shared/units/index.ts';
import type { CallSpec, ChainGuards } from '../../../chain/port.ts';
import { accountOf } from '../account.ts';
import { finish, type Outline, type Payer } from '../finish.ts';
import type { Plan, PlanContext } from '../planner.ts';

/** A call that trades nothing: it changes a setting or takes what is owed. */
export interface Setting extends Partial<Pick<Outline, 'price' | 'warnings' | 'changes' | 'lists'>> {
  readonly call: CallSpec;
  readonly obstacles: Outline['obstacles'] | readonly Obstacle[];
  readonly settings?: readonly Change[];
}

/** The account with what its guards say about the hotkey and subnet of the setting. */
export interface SettingPayer extends Payer {
  readonly guards: ChainGuards;
}

/** @throws AppError chain.* */
export async function readPayer(
  context: PlanContext,
  query: { readonly coldkey: Coldkey; readonly hotkey?: Hotkey; readonly netuid?: Netuid },
): Promise<SettingPayer> {
  const { chain } = context;
  const { coldkey } = query;
  const [accounts, guards] = await Promise.all([chain.getAccounts([coldkey]), chain.getGuards(query)]);
  return {
    context,
    coldkey,
    block: accounts.block,
    account: accountOf(accounts.value, coldkey),
    guards,
    accountGuards: () => Promise.resolve(guards),
  };
}

export function planSetting(payer: Payer, { call, obstacles, ...rest }: Setting): Promise<Plan> {
  return finish(payer, {
    price: {},
    warnings: [],
    changes: [],
    ...rest,
    calls: [call],
    obstacles: typeof obstacles === 'function' ? obstacles : () => obstacles,
  });
}
