import type { Exec } from '../exec.ts';
import { availabilityOf, reduceLock } from '../locks/locks.ts';
import { Owner } from '../storage/hotkeys.ts';
import { AlphaV2, NominatorMinRequiredStake } from '../storage/stake.ts';
import { unstakeToBalance } from './ledger.ts';
import { type PositionId, stakeOf } from './position.ts';

/**
 * Pays out what is left of a nomination when it is below the chain's minimum; the owner's own stake may be any size.
 * A lock gives way as far as it must. What no pool will buy stays.
 */
export function sweepNomination(exec: Exec, id: PositionId): void {
  const { state } = exec;
  const least = NominatorMinRequiredStake.get(state);
  if (least === 0n || Owner.find(state, id.hotkey) === id.coldkey) return;
  const held = stakeOf(state, id);
  if (held === 0n || held >= least) return;
  exec.attempt(() => {
    const { available } = availabilityOf(exec.state, id.coldkey, id.netuid);
    if (held > available) reduceLock(exec.state, id.coldkey, id.netuid, held - available);
    unstakeToBalance(exec, id, held);
  });
}

/** Sets the minimum, rao, and sweeps all nominations when it rises. */
export function setNominatorMinimum(exec: Exec, least: bigint): void {
  const isHigher = least > NominatorMinRequiredStake.get(exec.state);
  NominatorMinRequiredStake.set(exec.state, least);
  if (!isHigher) return;
  for (const [[hotkey, coldkey, netuid]] of [...AlphaV2.entries(exec.state)])
    sweepNomination(exec, { hotkey, coldkey, netuid });
}
