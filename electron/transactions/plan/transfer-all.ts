import type { IntentOf, Planner } from './planner.ts';
import { planTransfer } from './transfer.ts';

/** Everything the chain lets go once the fee is paid. The chain itself works out the amount when it executes. */
export const planTransferAll: Planner<IntentOf<'transfer.all'>> = (intent, context) => {
  const { coldkey, to, keepAlive, reapConsent } = intent;
  const call = { pallet: 'Balances', call: 'transfer_all', args: { dest: to, keep_alive: keepAlive } };
  return planTransfer({ coldkey, to, amount: 'all', mayClose: !keepAlive, reapConsent, call }, context);
};
