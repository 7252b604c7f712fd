import { ensure, subtensorFailure } from '../dispatch-error.ts';
import type { Exec } from '../exec.ts';
import type { AccountId } from '../hex.ts';
import { enterSubnet, leaveSubnet, moveBetweenSubnets } from '../stake/ledger.ts';
import { increaseStake, stakeOf } from '../stake/position.ts';
import { owedTo } from '../stake/root-claims.ts';
import { StakingHotkeys } from '../storage/hotkeys.ts';
import { RootClaimableThreshold, RootClaimed, RootClaimTypes } from '../storage/stake.ts';
import type { RootClaimType } from '../storage/types.ts';
import { type Origin, signerOf } from './handler.ts';

const MAX_SUBNETS = 5;

export function setRootClaimType(
  exec: Exec,
  origin: Origin,
  { new_root_claim_type: type }: { readonly new_root_claim_type: RootClaimType },
): void {
  const coldkey = signerOf(origin);
  if (type.type === 'KeepSubnets')
    ensure((type.value?.subnets.length ?? 0) > 0, () => subtensorFailure('InvalidSubnetNumber'));
  RootClaimTypes.set(exec.state, type, coldkey);
  exec.emit('SubtensorModule', 'RootClaimTypeSet', { coldkey, root_claim_type: type });
}

function keeps(type: RootClaimType, netuid: number): boolean {
  return type.type === 'Keep' || (type.type === 'KeepSubnets' && (type.value?.subnets.includes(netuid) ?? false));
}

function claim(exec: Exec, coldkey: AccountId, hotkey: AccountId, netuid: number): void {
  const { state } = exec;
  const id = { hotkey, coldkey, netuid };
  const rootStake = stakeOf(state, { ...id, netuid: 0 });
  const owed = owedTo(state, id, netuid, rootStake);
  if (owed === 0n || owed < RootClaimableThreshold.get(state, netuid) >> 32n) return;
  RootClaimed.set(state, RootClaimed.get(state, netuid, hotkey, coldkey) + owed, netuid, hotkey, coldkey);
  // Claimable alpha counts as outside the pool since it was minted; only now does it become somebody's stake.
  increaseStake(state, id, owed);
  if (keeps(RootClaimTypes.get(state, coldkey), netuid)) return;
  const { out } = leaveSubnet(exec, id, owed);
  moveBetweenSubnets(exec, netuid, 0, out);
  enterSubnet(exec, { ...id, netuid: 0 }, out);
}

/** Claims what root stake has earned on the named subnets, with every validator of the signer. */
export function claimRoot(exec: Exec, origin: Origin, { subnets }: { readonly subnets: readonly number[] }): void {
  const coldkey = signerOf(origin);
  ensure(subnets.length > 0 && subnets.length <= MAX_SUBNETS, () => subtensorFailure('InvalidSubnetNumber'));
  for (const hotkey of StakingHotkeys.get(exec.state, coldkey)) {
    for (const netuid of subnets) exec.attempt(() => claim(exec, coldkey, hotkey, netuid));
  }
  exec.emit('SubtensorModule', 'RootClaimed', { coldkey });
}
