import type { IntentOf, Planner } from './planner.ts';
import { planTransfer } from './transfer.ts';

/** An exact amount that may close the sender's account; without consent that is an obstacle. */
export const planTransferAllowDeath: Planner<IntentOf<'transfer.allowDeath'>> = (intent, context) => {
  const { coldkey, to, amount, reapConsent } = intent;
  const call = { pallet: 'Balances', call: 'transfer_allow_death', args: { dest: to, value: amount } };
  return planTransfer({ coldkey, to, amount, mayClose: true, reapConsent, call }, context);
};
