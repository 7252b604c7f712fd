import type { Exec } from '../exec.ts';
import { claimAutomatically } from '../stake/claim.ts';
import { netuids } from '../stake/subnets.ts';
import * as pots from '../storage/epoch.ts';
import { runEpoch } from './epoch.ts';
import { emitBlock } from './inject.ts';

function isEpochDue(exec: Exec, netuid: number): boolean {
  const now = BigInt(exec.blockNumber);
  const pending = pots.PendingEpochAt.get(exec.state, netuid);
  const tempo = BigInt(pots.Tempo.get(exec.state, netuid));
  return tempo > 0n && (pending > 0n ? now >= pending : now >= pots.LastEpochBlock.get(exec.state, netuid) + tempo);
}

/** What every block does before its first extrinsic: emission, epochs where one is due, a few root claims. */
export function onInitialize(exec: Exec): void {
  const all = netuids(exec.state);
  emitBlock(exec, all);
  for (const netuid of all) {
    if (netuid === 0) continue;
    if (isEpochDue(exec, netuid)) runEpoch(exec, netuid);
    else pots.BlocksSinceLastStep.set(exec.state, pots.BlocksSinceLastStep.get(exec.state, netuid) + 1n, netuid);
  }
  claimAutomatically(exec);
}
