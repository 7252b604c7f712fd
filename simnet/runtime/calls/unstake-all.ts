import { DispatchFailure, ensure, subtensorFailure } from '../dispatch-error.ts';
import type { Exec } from '../exec.ts';
import type { AccountId } from '../hex.ts';
import { ensureCanRemove, hotkeyExists, MIN_STAKE } from '../stake/checks.ts';
import { enterSubnet, leaveSubnet, moveBetweenSubnets, unstakeToBalance } from '../stake/ledger.ts';
import { stakeOf } from '../stake/position.ts';
import { netuids } from '../stake/subnets.ts';
import { type Origin, signerOf } from './handler.ts';

interface Args {
  readonly hotkey: AccountId;
}

/** True when the position can leave; what cannot is skipped in silence. */
function canLeave(exec: Exec, hotkey: AccountId, coldkey: AccountId, netuid: number, alpha: bigint): boolean {
  try {
    ensureCanRemove(exec.state, { hotkey, coldkey, netuid }, alpha);
    return true;
  } catch (error) {
    if (error instanceof DispatchFailure) return false;
    throw error;
  }
}

/** Every position with the hotkey, root included, into the free balance. */
export function unstakeAll(exec: Exec, origin: Origin, { hotkey }: Args): void {
  const coldkey = signerOf(origin);
  ensure(hotkeyExists(exec.state, hotkey), () => subtensorFailure('HotKeyAccountNotExists'));
  for (const netuid of netuids(exec.state)) {
    const id = { hotkey, coldkey, netuid };
    const alpha = stakeOf(exec.state, id);
    if (alpha > 0n && canLeave(exec, hotkey, coldkey, netuid, alpha)) unstakeToBalance(exec, id, alpha);
  }
}

/** Every subnet position with the hotkey, restaked on root with the same hotkey. */
export function unstakeAllAlpha(exec: Exec, origin: Origin, { hotkey }: Args): void {
  const coldkey = signerOf(origin);
  ensure(hotkeyExists(exec.state, hotkey), () => subtensorFailure('HotKeyAccountNotExists'));
  let total = 0n;
  for (const netuid of netuids(exec.state)) {
    if (netuid === 0) continue;
    const id = { hotkey, coldkey, netuid };
    const alpha = stakeOf(exec.state, id);
    if (alpha === 0n || !canLeave(exec, hotkey, coldkey, netuid, alpha)) continue;
    const { out } = leaveSubnet(exec, id, alpha);
    moveBetweenSubnets(exec, netuid, 0, out);
    total += out;
  }
  ensure(total >= MIN_STAKE, () => subtensorFailure('AmountTooLow'));
  enterSubnet(exec, { hotkey, coldkey, netuid: 0 }, total);
}
