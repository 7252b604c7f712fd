import type { IntentOf, Planner } from './planner.ts';
import { planTransfer } from './transfer.ts';

/** An exact amount; the chain refuses rather than closing the sender. */
export const planTransferKeepAlive: Planner<IntentOf<'transfer.keepAlive'>> = ({ coldkey, to, amount }, context) =>
  planTransfer(
    {
      coldkey,
      to,
      amount,
      mayClose: false,
      reapConsent: false,
      call: { pallet: 'Balances', call: 'transfer_keep_alive', args: { dest: to, value: amount } },
    },
    context,
  );
