import { reducible, setFree } from '../balances/account.ts';
import { transfer } from '../balances/transfer.ts';
import { ensure, tokenFailure } from '../dispatch-error.ts';
import type { Exec } from '../exec.ts';
import { Account, BalancesIssuance } from '../storage/system.ts';
import { lookup, type MultiAddress, type Origin, signerOf } from './handler.ts';

interface TransferArgs {
  readonly dest: MultiAddress;
  readonly value: bigint;
}

export function transferAllowDeath(exec: Exec, origin: Origin, { dest, value }: TransferArgs): void {
  transfer(exec, signerOf(origin), lookup(dest), value, false);
}

export function transferKeepAlive(exec: Exec, origin: Origin, { dest, value }: TransferArgs): void {
  transfer(exec, signerOf(origin), lookup(dest), value, true);
}

export function transferAll(
  exec: Exec,
  origin: Origin,
  args: { readonly dest: MultiAddress; readonly keep_alive: boolean },
): void {
  const from = signerOf(origin);
  const amount = reducible(Account.get(exec.state, from), args.keep_alive);
  transfer(exec, from, lookup(args.dest), amount, args.keep_alive);
}

export function burn(
  exec: Exec,
  origin: Origin,
  { value, keep_alive }: { readonly value: bigint; readonly keep_alive: boolean },
): void {
  const who = signerOf(origin);
  const account = Account.get(exec.state, who);
  ensure(value <= reducible(account, keep_alive), () => tokenFailure('FundsUnavailable'));
  BalancesIssuance.set(exec.state, BalancesIssuance.get(exec.state) - value);
  setFree(exec, who, account.data.free - value);
  exec.emit('Balances', 'Burned', { who, amount: value });
}
