import { writeActors } from './actors.ts';
import { writeDemo } from './demo.ts';
import { fillBaskets } from './demo-baskets.ts';
import { devAccounts } from './dev-accounts.ts';
import { writeEdge } from './edge.ts';
import { GenesisBuilder } from './genesis-builder.ts';
import { writeMainnet } from './mainnet.ts';
import { createRandom, type Random } from './random.ts';

export type Scenario = 'demo' | 'edge' | 'mainnet';

/** All of them, for whoever lets a person choose. */
export const SCENARIOS: readonly Scenario[] = ['demo', 'edge', 'mainnet'];

const WRITERS: Readonly<Record<Scenario, (genesis: GenesisBuilder, random: Random) => void>> = {
  demo: writeDemo,
  edge: writeEdge,
  mainnet: writeMainnet,
};

const TAO = 1_000_000_000n;
/** What each of those who trade by themselves begins with. */
const ACTOR_RAO: Readonly<Record<Scenario, bigint>> = { demo: 3_000n * TAO, edge: 300n * TAO, mainnet: 20_000n * TAO };
/** Free TAO of the development accounts, as on a local Subtensor chain. */
const RICH = 1_000_000n * TAO;
const MODEST = 2_000n * TAO;
const RICH_NAMES: ReadonlySet<string> = new Set(['Alice', 'Bob', 'Charlie']);

export interface GenesisWish {
  /** Root dividends go into baskets from the start. The runtime must be made for it. */
  readonly rootBaskets?: boolean | undefined;
}

/**
 * The whole genesis state of a scenario: raw storage by bare lower-case hex key. The same seed gives the same bytes.
 * Needs `initRuntime` to have finished.
 */
export function buildGenesis(scenario: Scenario, seed: number, wish: GenesisWish = {}): Map<string, Uint8Array> {
  const hasBaskets = wish.rootBaskets === true;
  const genesis = new GenesisBuilder(hasBaskets ? 459 : 424);
  if (hasBaskets) genesis.baskets();
  for (const { name, accountId } of devAccounts()) genesis.fund(accountId, RICH_NAMES.has(name) ? RICH : MODEST);
  WRITERS[scenario](genesis, createRandom(seed));
  if (hasBaskets && scenario === 'demo') fillBaskets(genesis);
  writeActors(genesis, seed, ACTOR_RAO[scenario]);
  return genesis.state.map;
}
