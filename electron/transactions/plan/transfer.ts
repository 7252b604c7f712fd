import type { Effect } from '../../../shared/contract/index.ts';
import { type Coldkey, type Hotkey, type Rao, ZERO_RAO } from '../../../shared/units/index.ts';
import type { AccountRecord, CallSpec } from '../../chain/port.ts';
import { accountObstacles } from '../rules/guards.ts';
import { obstacle, TAO } from '../rules/obstacles.ts';
import { closesSender, leftWithSender, mostToSend, type TransferTerms, transferObstacles } from '../rules/transfer.ts';
import { accountOf, isOnChain } from './account.ts';
import { NO_LISTS, type Plan, type PlanContext } from './planner.ts';
import { leftoverWarnings, networkWarnings, recipientWarnings, warning } from './warnings.ts';

/** What the three kinds of transfer have in common. */
export interface TransferWish {
  readonly coldkey: Coldkey;
  readonly to: Coldkey;
  /** Rao; `all`: whatever can leave. */
  readonly amount: Rao | 'all';
  readonly mayClose: boolean;
  readonly reapConsent: boolean;
  readonly call: CallSpec;
}

/** Plans any transfer of TAO. */
export async function planTransfer(wish: TransferWish, context: PlanContext): Promise<Plan> {
  const { chain } = context;
  const { coldkey, to } = wish;
  const callBytes = chain.encodeCall(wish.call);
  const [accounts, guards] = await Promise.all([
    chain.getAccounts(to === coldkey ? [coldkey] : [coldkey, to]),
    chain.getGuards({ coldkey, hotkey: to as string as Hotkey }),
  ]);
  const sender = accountOf(accounts.value, coldkey);
  const fee = await chain.estimateFee(callBytes, coldkey, sender.nonce);
  const recipient = accountOf(accounts.value, to);
  const { existentialDeposit } = chain.constants();
  const { mayClose, reapConsent } = wish;
  const common = { sender, recipientExists: isOnChain(recipient), fee, existentialDeposit, mayClose, reapConsent };
  const terms: TransferTerms = { ...common, amount: wish.amount === 'all' ? mostToSend(common) : wish.amount };
  const { amount } = terms;
  const closes = closesSender(terms);
  const paid = { asset: TAO, amount };
  const found = [
    ...accountObstacles(guards),
    ...(to === coldkey ? [obstacle('intent.self_transfer')] : []),
    ...transferObstacles(terms),
  ];
  const left = leftWithSender(terms);
  return {
    callBytes,
    quote: {
      ...NO_LISTS,
      block: accounts.block,
      pay: paid,
      receive: paid,
      receiveAtLeast: paid,
      networkFee: fee,
      obstacles: found,
      warnings: [
        ...(closes
          ? [warning('closes_account', { lost: left.toString() })]
          : leftoverWarnings(left, fee, existentialDeposit)),
        ...recipientWarnings(to, context, { isOnChain: isOnChain(recipient), isHotkey: guards.hotkeyExists }),
        ...networkWarnings(context),
      ],
    },
    changes: [],
    effects: effectsOf(wish, { sender, recipient, amount, left: closes ? ZERO_RAO : left }),
  };
}

function effectsOf(
  { coldkey, to }: TransferWish,
  { sender, recipient, amount, left }: { sender: AccountRecord; recipient: AccountRecord; amount: Rao; left: Rao },
): Effect[] {
  return [
    { address: coldkey, subject: 'free_balance', asset: TAO, before: sender.free, after: left, exact: true },
    {
      address: to,
      subject: 'recipient_balance',
      asset: TAO,
      before: recipient.free,
      after: recipient.free + amount,
      exact: true,
    },
  ];
}
