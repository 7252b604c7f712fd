import { plainFailure } from '../dispatch-error.ts';
import type { CallHandler } from './handler.ts';

/** Nothing on this chain has the root origin, so refusing is the whole of what these calls ever do. */
const refuse: CallHandler = () => {
  throw plainFailure('BadOrigin');
};

/** Calls that mainnet, too, refuses to every signer. */
export const rootOnlyCalls: readonly (readonly [name: string, handler: CallHandler])[] = [
  ['System.set_heap_pages', refuse],
  ['System.set_code', refuse],
  ['System.set_code_without_checks', refuse],
  ['System.set_storage', refuse],
  ['System.kill_storage', refuse],
  ['System.kill_prefix', refuse],
  ['System.authorize_upgrade', refuse],
  ['System.authorize_upgrade_without_checks', refuse],
  ['Balances.force_transfer', refuse],
  ['Balances.force_unreserve', refuse],
  ['Balances.force_set_balance', refuse],
  ['Balances.force_adjust_total_issuance', refuse],
];
