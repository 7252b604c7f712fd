import type { AccountId } from '../runtime/hex.ts';
import type { GenesisBuilder } from './genesis-builder.ts';
import { createRandom } from './random.ts';

const COUNT = 12;

/** Accounts that trade by themselves where that is asked for; in every scenario they are there. */
export function actorAccounts(seed: number): AccountId[] {
  const random = createRandom(seed);
  return Array.from({ length: COUNT }, (_, index) => random.account(`actor ${index}`));
}

/** Gives each of them so many rao. */
export function writeActors(genesis: GenesisBuilder, seed: number, rao: bigint): void {
  for (const account of actorAccounts(seed)) genesis.fund(account, rao);
}
