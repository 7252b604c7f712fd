import { setFree } from '../balances/account.ts';
import { deposit } from '../balances/transfer.ts';
import { DispatchFailure } from '../dispatch-error.ts';
import type { Exec } from '../exec.ts';
import type { AccountId } from '../hex.ts';
import type { RuntimeCall } from '../interface.ts';
import { availabilityOf } from '../locks/locks.ts';
import { largest, mostInput } from '../pool/pool.ts';
import { exchange, hasPool, poolOf } from '../pool/reserves.ts';
import type { StateReader } from '../port.ts';
import { subnetAccount } from '../stake/accounts.ts';
import { leaveSubnet } from '../stake/ledger.ts';
import { type PositionId, stakeOf } from '../stake/position.ts';
import { netuids } from '../stake/subnets.ts';
import { SubtokenEnabled } from '../storage/subnet.ts';
import { Account } from '../storage/system.ts';

/** Stake of the signer that pays a fee its balance cannot. */
export interface AlphaFee {
  readonly id: PositionId;
  /** Alpha rao to sell. */
  readonly alpha: bigint;
}

/** Fields of TransactionFeePaidWithAlpha. */
export interface PaidWithAlpha {
  readonly who: AccountId;
  readonly netuid: number;
  readonly alpha_fee: bigint;
  readonly tao_amount: bigint;
}

const BY_POSITION: ReadonlySet<string> = new Set(['remove_stake', 'remove_stake_limit', 'remove_stake_full_limit']);
const BY_ORIGIN: ReadonlySet<string> = new Set(['move_stake', 'transfer_stake', 'swap_stake', 'swap_stake_limit']);
const BY_HOTKEY: ReadonlySet<string> = new Set(['unstake_all', 'unstake_all_alpha']);

interface StakeArgs {
  readonly hotkey?: AccountId;
  readonly origin_hotkey?: AccountId;
  readonly netuid?: number;
  readonly origin_netuid?: number;
}

/** The one position a call takes from; undefined for other calls and where several are involved. */
function positionOf(state: StateReader, call: RuntimeCall, coldkey: AccountId): PositionId | undefined {
  if (call.type !== 'SubtensorModule') return undefined;
  const name = call.value.type;
  const args = call.value.value as StakeArgs;
  const hotkey = args.origin_hotkey ?? args.hotkey;
  if (hotkey === undefined) return undefined;
  if (BY_POSITION.has(name) && args.netuid !== undefined) return { hotkey, coldkey, netuid: args.netuid };
  if (BY_ORIGIN.has(name) && args.origin_netuid !== undefined) return { hotkey, coldkey, netuid: args.origin_netuid };
  if (!BY_HOTKEY.has(name)) return undefined;
  const held = netuids(state).filter((netuid) => stakeOf(state, { hotkey, coldkey, netuid }) > 0n);
  const [only] = held;
  return held.length === 1 && only !== undefined ? { hotkey, coldkey, netuid: only } : undefined;
}

function proceeds(state: StateReader, netuid: number, alpha: bigint): bigint {
  try {
    return alpha === 0n ? 0n : exchange(state, netuid, 'alpha', alpha).out;
  } catch (error) {
    if (error instanceof DispatchFailure) return 0n;
    throw error;
  }
}

/** How a fee in rao is paid out of the stake the call names; undefined when it cannot be. */
export function planAlphaFee(
  state: StateReader,
  call: RuntimeCall,
  coldkey: AccountId,
  fee: bigint,
): AlphaFee | undefined {
  const id = positionOf(state, call, coldkey);
  if (id === undefined || !SubtokenEnabled.get(state, id.netuid)) return undefined;
  const position = stakeOf(state, id);
  const { available } = availabilityOf(state, coldkey, id.netuid);
  const held = position < available ? position : available;
  const most = hasPool(state, id.netuid) ? mostInput(poolOf(state, id.netuid), 'alpha') : held;
  // No more than the pool takes at once: of a position beyond it, a small part may well fetch the fee.
  const offered = held < most ? held : most;
  if (proceeds(state, id.netuid, offered) < fee) return undefined;
  return { id, alpha: largest(offered - 1n, (alpha) => proceeds(state, id.netuid, alpha) < fee) + 1n };
}

/**
 * Sells the alpha, with a StakeRemoved of its own, and gives the proceeds to `author`. The call that follows finds a smaller
 * position. Returns what the fee's own event tells once the call has run.
 */
export function payWithAlpha(exec: Exec, { id, alpha }: AlphaFee, author: AccountId): PaidWithAlpha {
  const { out } = leaveSubnet(exec, id, alpha);
  const account = subnetAccount(id.netuid);
  setFree(exec, account, Account.get(exec.state, account).data.free - out);
  deposit(exec, author, out);
  return { who: id.coldkey, netuid: id.netuid, alpha_fee: alpha, tao_amount: out };
}
