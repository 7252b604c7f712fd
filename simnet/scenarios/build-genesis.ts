import { mintInto, writeRuntimeMarks } from '../runtime/genesis.ts';
import { MapState } from '../runtime/overlay.ts';
import { devAccounts } from './dev-accounts.ts';

export type Scenario = 'demo' | 'edge';

const TAO = 1_000_000_000n;

/** The whole genesis state of a scenario: raw storage by bare hex key. The same seed gives the same bytes. */
export function buildGenesis(scenario: Scenario, seed: number): Map<string, Uint8Array> {
  const state = new MapState();
  writeRuntimeMarks(state, 424);
  for (const account of devAccounts()) mintInto(state, account.accountId, 1_000_000n * TAO);
  void scenario;
  void seed;
  return state.map;
}
