import type { AccountId } from '../hex.ts';
import type { StateReader } from '../port.ts';
import { Keys, SubnetworkN } from '../storage/neurons.ts';
import { TaoWeight, TotalHotkeyAlpha } from '../storage/stake.ts';

/** Hotkeys by uid. */
export function hotkeysOf(state: StateReader, netuid: number): AccountId[] {
  const count = SubnetworkN.get(state, netuid);
  return Array.from({ length: count }, (_, uid) => Keys.get(state, netuid, uid));
}

export interface StakeWeight {
  readonly alpha: bigint;
  readonly tao: bigint;
  readonly total: bigint;
}

/** Alpha on the subnet plus weighted TAO on root: what a validator counts for. */
export function stakeWeight(state: StateReader, hotkey: AccountId, netuid: number): StakeWeight {
  const alpha = TotalHotkeyAlpha.get(state, hotkey, netuid);
  const tao = TotalHotkeyAlpha.get(state, hotkey, 0);
  return { alpha, tao, total: netuid === 0 ? tao : alpha + ((tao * TaoWeight.get(state)) >> 64n) };
}
