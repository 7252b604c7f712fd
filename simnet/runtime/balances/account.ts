import type { Exec } from '../exec.ts';
import type { AccountId } from '../hex.ts';
import type { StateReader } from '../port.ts';
import { Account, BalancesIssuance } from '../storage/system.ts';
import type { AccountData, AccountInfo } from '../storage/types.ts';
import { EXISTENTIAL_DEPOSIT, NEW_LOGIC_FLAG } from './constants.ts';

/** Only a last provider with consumers left keeps an account from dying. */
export function mayDie(account: AccountInfo): boolean {
  return account.consumers === 0 || account.providers > 1 || account.sufficients > 0;
}

/** Rao that may leave: everything but locks and, where the account must live on, the existential deposit. */
export function reducible(account: AccountInfo, keepAlive: boolean): bigint {
  const locked = account.data.frozen - account.data.reserved;
  const deposit = keepAlive || !mayDie(account) ? EXISTENTIAL_DEPOSIT : 0n;
  const untouchable = locked > deposit ? locked : deposit;
  return account.data.free > untouchable ? account.data.free - untouchable : 0n;
}

export function freeOf(state: StateReader, who: AccountId): bigint {
  return Account.get(state, who).data.free;
}

/**
 * Writes a new free balance in rao and does what follows from it: NewAccount and Endowed when the account is born,
 * KilledAccount and DustLost when it falls below the existential deposit.
 */
export function setFree(exec: Exec, who: AccountId, free: bigint): void {
  const before = Account.get(exec.state, who);
  const data: AccountData = { ...before.data, free };
  const alive = free + data.reserved >= EXISTENTIAL_DEPOSIT;
  if (alive && before.providers === 0) {
    const born: AccountInfo = { ...before, providers: 1, data: { ...data, flags: data.flags | NEW_LOGIC_FLAG } };
    Account.set(exec.state, born, who);
    if (before.sufficients === 0) exec.emit('System', 'NewAccount', { account: who });
    exec.emit('Balances', 'Endowed', { account: who, free_balance: free });
    return;
  }
  if (alive || before.providers === 0) {
    Account.set(exec.state, { ...before, data }, who);
    return;
  }
  // Below the deposit: the account dies and what is left is destroyed.
  Account.remove(exec.state, who);
  exec.emit('System', 'KilledAccount', { account: who });
  if (free > 0n) {
    BalancesIssuance.set(exec.state, BalancesIssuance.get(exec.state) - free);
    exec.emit('Balances', 'DustLost', { account: who, amount: free });
  }
}
