import type { State, StateReader } from '../port.ts';
import { RootClaimable, RootClaimed } from '../storage/stake.ts';
import type { PositionId } from './position.ts';

/** Alpha that a rate (I96F32 alpha per rao of root stake) makes of root stake, rounded down. */
export function owedAt(rate: bigint, rootStake: bigint): bigint {
  return (rate * rootStake) >> 32n;
}

/** Alpha of `netuid` a root staker may still claim from a hotkey. */
export function owedTo(state: StateReader, id: PositionId, netuid: number, rootStake: bigint): bigint {
  const rate = RootClaimable.get(state, id.hotkey).find(([subnet]) => subnet === netuid)?.[1] ?? 0n;
  const owed = owedAt(rate, rootStake) - RootClaimed.get(state, netuid, id.hotkey, id.coldkey);
  return owed > 0n ? owed : 0n;
}

/** Root stake that comes or goes must neither earn past dividends nor lose them: the claimed mark moves with it. */
export function noteRootStakeChange(state: State, { hotkey, coldkey }: PositionId, change: bigint): void {
  for (const [netuid, rate] of RootClaimable.get(state, hotkey)) {
    const claimed = RootClaimed.get(state, netuid, hotkey, coldkey);
    const next = change > 0n ? claimed + owedAt(rate, change) : claimed - owedAt(rate, -change);
    if (next > 0n) RootClaimed.set(state, next, netuid, hotkey, coldkey);
    else RootClaimed.remove(state, netuid, hotkey, coldkey);
  }
}
