import type { AccountId } from '../hex.ts';
import type { StateReader } from '../port.ts';
import { Keys, SubnetworkN } from '../storage/neurons.ts';
import { TaoWeight } from '../storage/stake.ts';
import { alphaOn, withFamily } from './children.ts';

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

/** Alpha on the subnet plus weighted TAO on root: what a validator counts for. Parents lend theirs, children are lent it. */
export function stakeWeight(state: StateReader, hotkey: AccountId, netuid: number): StakeWeight {
  const alpha = withFamily(state, hotkey, netuid, alphaOn(state, netuid));
  const tao = netuid === 0 ? alpha : withFamily(state, hotkey, netuid, alphaOn(state, 0));
  return { alpha, tao, total: netuid === 0 ? tao : alpha + ((tao * TaoWeight.get(state)) >> 64n) };
}
