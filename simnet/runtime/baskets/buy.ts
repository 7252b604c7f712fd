import { reducible } from '../balances/account.ts';
import { transfer } from '../balances/transfer.ts';
import { ensure, subtensorFailure } from '../dispatch-error.ts';
import type { Exec } from '../exec.ts';
import { exchange } from '../pool/reserves.ts';
import type { StateReader } from '../port.ts';
import { subnetAccount } from '../stake/accounts.ts';
import { hotkeyExists, MIN_STAKE } from '../stake/checks.ts';
import { buyUnstaked } from '../stake/ledger.ts';
import { listHotkey, stakeOf } from '../stake/position.ts';
import { Account } from '../storage/system.ts';
import { fundOf, growBasket, put, worthOf } from './fund.ts';
import { type Holder, issueTo, settle } from './shares.ts';

/** Where rao go: to what the basket holds, by its worth; the last part takes what does not divide. An empty one keeps cash on root. */
function divide(
  state: StateReader,
  { hotkey }: Holder,
  tao: bigint,
): readonly (readonly [netuid: number, tao: bigint])[] {
  const worths = fundOf(state, hotkey)
    .map((part) => [part.netuid, worthOf(state, part)] as const)
    .filter(([, worth]) => worth > 0n);
  if (worths.length === 0) return [[0, tao]];
  const total = worths.reduce((sum, [, worth]) => sum + worth, 0n);
  let left = tao;
  return worths.map(([netuid, worth], index) => {
    const amount = index === worths.length - 1 ? left : (tao * worth) / total;
    left -= amount;
    return [netuid, amount];
  });
}

/** @throws DispatchFailure when the pool cannot sell for this amount */
function buyPart(exec: Exec, { hotkey, coldkey }: Holder, netuid: number, tao: bigint): void {
  if (tao === 0n) return;
  const purchase = exchange(exec.state, netuid, 'tao', tao);
  transfer(exec, coldkey, subnetAccount(netuid), tao, true);
  buyUnstaked(exec, netuid, tao, purchase);
  put(exec.state, hotkey, [{ netuid, alpha: purchase.out }]);
}

/**
 * Buys shares of a validator's basket with free rao. They are counted by what the basket gained: fee and impact are the
 * buyer's.
 * @throws DispatchFailure when the amount may not be spent or cannot be
 */
export function buyIntoBasket(exec: Exec, holder: Holder, tao: bigint): void {
  const { state } = exec;
  const { hotkey, coldkey } = holder;
  ensure(hotkeyExists(state, hotkey), () => subtensorFailure('HotKeyAccountNotExists'));
  ensure(tao >= MIN_STAKE, () => subtensorFailure('AmountTooLow'));
  const most = reducible(Account.get(state, coldkey), true);
  ensure(tao <= most, () => subtensorFailure('NotEnoughBalanceToStake'));
  const amounts = divide(state, holder, tao);
  const { value, shares } = growBasket(state, hotkey, () => {
    for (const [netuid, amount] of amounts) buyPart(exec, holder, netuid, amount);
  });
  ensure(shares > 0n, () => subtensorFailure('AmountTooLow'));
  const root = { ...holder, netuid: 0 };
  settle(state, holder, stakeOf(state, root));
  issueTo(state, holder, shares);
  listHotkey(state, root);
  exec.emit('SubtensorModule', 'BasketStakedIn', { hotkey, coldkey, tao, value, shares });
}
