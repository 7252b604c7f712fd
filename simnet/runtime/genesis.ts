import { EXISTENTIAL_DEPOSIT, NEW_LOGIC_FLAG } from './balances/constants.ts';
import type { AccountId } from './hex.ts';
import type { State } from './port.ts';
import { TotalIssuance } from './storage/stake.ts';
import { Account, BalancesIssuance, LastRuntimeUpgrade } from './storage/system.ts';

/** Puts rao into existence on an account, for genesis and the faucet: no event, issuance kept true. */
export function mintInto(state: State, who: AccountId, amount: bigint): void {
  const before = Account.get(state, who);
  const data = { ...before.data, free: before.data.free + amount, flags: before.data.flags | NEW_LOGIC_FLAG };
  if (data.free + data.reserved < EXISTENTIAL_DEPOSIT) throw new RangeError('below the existential deposit');
  Account.set(state, { ...before, providers: Math.max(before.providers, 1), data }, who);
  BalancesIssuance.set(state, BalancesIssuance.get(state) + amount);
  TotalIssuance.set(state, TotalIssuance.get(state) + amount);
}

/** What every genesis holds whatever the scenario. */
export function writeRuntimeMarks(state: State, specVersion: number): void {
  LastRuntimeUpgrade.set(state, { spec_version: specVersion, spec_name: 'node-subtensor' });
}
