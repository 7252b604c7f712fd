import { arithmeticFailure, ensure, tokenFailure } from '../dispatch-error.ts';
import type { Exec } from '../exec.ts';
import type { AccountId } from '../hex.ts';
import { Account } from '../storage/system.ts';
import { mayDie, reducible, setFree } from './account.ts';
import { EXISTENTIAL_DEPOSIT, MAX_BALANCE } from './constants.ts';

/** @throws DispatchFailure when `amount` rao may not leave the account. */
function ensureCanWithdraw(exec: Exec, who: AccountId, amount: bigint, keepAlive: boolean): void {
  if (amount === 0n) return;
  const account = Account.get(exec.state, who);
  ensure(account.data.free >= amount, () => tokenFailure('FundsUnavailable'));
  ensure(amount <= reducible(account, false), () => tokenFailure('Frozen'));
  const left = account.data.free - amount;
  if (left + account.data.reserved >= EXISTENTIAL_DEPOSIT) return;
  ensure(mayDie(account), () => tokenFailure('OnlyProvider'));
  ensure(!keepAlive, () => tokenFailure('NotExpendable'));
}

/** @throws DispatchFailure when the account may not receive `amount` rao. */
function ensureCanDeposit(exec: Exec, who: AccountId, amount: bigint): void {
  if (amount === 0n) return;
  const { free, reserved } = Account.get(exec.state, who).data;
  ensure(free + amount <= MAX_BALANCE, () => arithmeticFailure('Overflow'));
  ensure(free + reserved + amount >= EXISTENTIAL_DEPOSIT, () => tokenFailure('BelowMinimum'));
}

/**
 * Moves rao between accounts under the rules of the Balances pallet.
 * @throws DispatchFailure Token or Arithmetic; nothing has changed then.
 */
export function transfer(exec: Exec, from: AccountId, to: AccountId, amount: bigint, keepAlive: boolean): void {
  ensureCanWithdraw(exec, from, amount, keepAlive);
  ensureCanDeposit(exec, to, amount);
  if (from === to) return;
  if (amount > 0n) {
    setFree(exec, from, Account.get(exec.state, from).data.free - amount);
    setFree(exec, to, Account.get(exec.state, to).data.free + amount);
  }
  exec.emit('Balances', 'Transfer', { from, to, amount });
}

/** Takes rao out of an account that must live on. @throws DispatchFailure Token. */
export function withdraw(exec: Exec, who: AccountId, amount: bigint): void {
  if (amount === 0n) return;
  ensureCanWithdraw(exec, who, amount, true);
  setFree(exec, who, Account.get(exec.state, who).data.free - amount);
  exec.emit('Balances', 'Withdraw', { who, amount });
}

/** Credits rao that already exist (an imbalance). Amounts too small to create an account are lost, as FRAME does. */
export function deposit(exec: Exec, who: AccountId, amount: bigint): boolean {
  if (amount === 0n) return true;
  const { free, reserved } = Account.get(exec.state, who).data;
  if (free + reserved + amount < EXISTENTIAL_DEPOSIT) return false;
  setFree(exec, who, free + amount);
  exec.emit('Balances', 'Deposit', { who, amount });
  return true;
}
