import type { AccountId } from '../hex.ts';
import type { State } from '../port.ts';
import { NumStakingColdkeys, StakingColdkeys, StakingColdkeysByIndex } from '../storage/stake.ts';

/** Numbers a coldkey that stakes on root, so that automatic claims can draw it. */
export function indexColdkey(state: State, coldkey: AccountId): void {
  if (StakingColdkeys.has(state, coldkey)) return;
  const index = NumStakingColdkeys.get(state);
  StakingColdkeysByIndex.set(state, coldkey, index);
  StakingColdkeys.set(state, index, coldkey);
  NumStakingColdkeys.set(state, index + 1n);
}
