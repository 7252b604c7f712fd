import type { Edition } from '../edition.ts';
import type { Pallet } from '../language/pallet.ts';
import { enumeration, units } from '../language/type.ts';
import { balancesCalls } from './balances-calls.ts';
import { balancesAssociatedTypes, balancesConstants } from './balances-constants.ts';
import { balancesErrors } from './balances-errors.ts';
import { balancesEvents } from './balances-events.ts';
import { balancesStorage } from './balances-storage.ts';
import { safeModeStorage } from './safe-mode.ts';
import { subtensorModuleOf } from './subtensor/pallet.ts';
import { swapConstants, swapErrors, swapEvents, swapStorage } from './swap.ts';
import {
  systemAssociatedTypes,
  systemCalls,
  systemConstantsOf,
  systemErrors,
  systemEvents,
  systemStorage,
} from './system.ts';
import { timestampAssociatedTypes, timestampCalls, timestampConstants, timestampStorage } from './timestamp.ts';
import {
  transactionPaymentConstants,
  transactionPaymentEvents,
  transactionPaymentStorage,
} from './transaction-payment.ts';
import { utilityAssociatedTypes, utilityCalls, utilityConstants, utilityErrors, utilityEvents } from './utility.ts';

/**
 * The pallets of the practice network by ascending index; what the edition `mainnet` lists is identical to mainnet spec 424.
 * Calls are listed only when the runtime executes them, so that who probes for a call is told the truth.
 */
export const palletsOf = (edition: Edition): readonly Pallet[] => [
  {
    name: 'System',
    index: 0,
    path: 'frame_system::pallet',
    crate: 'frame_system',
    calls: systemCalls,
    events: systemEvents,
    errors: systemErrors,
    storage: systemStorage,
    constants: systemConstantsOf(edition),
    associatedTypes: systemAssociatedTypes,
  },
  {
    name: 'Timestamp',
    index: 2,
    path: 'pallet_timestamp::pallet',
    crate: 'pallet_timestamp',
    calls: timestampCalls,
    storage: timestampStorage,
    constants: timestampConstants,
    associatedTypes: timestampAssociatedTypes,
  },
  {
    name: 'Balances',
    index: 5,
    path: 'pallet_balances::pallet',
    crate: 'pallet_balances',
    params: { T: null, I: null },
    calls: balancesCalls,
    events: balancesEvents,
    errors: balancesErrors,
    storage: balancesStorage,
    constants: balancesConstants,
    associatedTypes: balancesAssociatedTypes,
  },
  {
    name: 'TransactionPayment',
    index: 6,
    path: 'pallet_transaction_payment::pallet',
    crate: 'pallet_transaction_payment',
    events: transactionPaymentEvents,
    storage: transactionPaymentStorage,
    constants: transactionPaymentConstants,
  },
  subtensorModuleOf(edition),
  {
    name: 'Utility',
    index: 11,
    path: 'pallet_subtensor_utility::pallet',
    crate: 'pallet_utility',
    plainEvent: true,
    calls: utilityCalls,
    events: utilityEvents,
    errors: utilityErrors,
    constants: utilityConstants,
    associatedTypes: utilityAssociatedTypes,
  },
  {
    name: 'SafeMode',
    index: 20,
    path: 'pallet_safe_mode::pallet',
    crate: 'pallet_safe_mode',
    storage: safeModeStorage,
    holdReason: enumeration('pallet_safe_mode::pallet::HoldReason', units('EnterOrExtend')),
  },
  {
    name: 'Swap',
    index: 28,
    path: 'pallet_subtensor_swap::pallet::pallet',
    crate: 'pallet_subtensor_swap',
    events: swapEvents,
    errors: swapErrors,
    storage: swapStorage,
    constants: swapConstants,
  },
];
