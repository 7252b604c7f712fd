import { SimNode } from '../node/node.ts';
import type { ResumedChain } from '../node/resume.ts';
import type { RuntimeOptions } from '../runtime/create-runtime.ts';
import { createRuntime, initRuntime } from '../runtime/index.ts';
import type { Runtime } from '../runtime/port.ts';
import { actorAccounts, buildGenesis, type Scenario } from '../scenarios/index.ts';

export interface ChainWish {
  readonly scenario: Scenario;
  /** The same seed gives the same genesis; text is hashed. Default 1. */
  readonly seed?: number | string | undefined;
  /** Blocks between best and finalized head. Default 2. */
  readonly finalityLag?: number | undefined;
  /** Trades of strangers in a block, from none to so many. Default 0. */
  readonly actors?: number | undefined;
  /** Root dividends go into baskets of the validators. Default false: they are claimed by subnet, as at spec 424. */
  readonly rootBaskets?: boolean | undefined;
  readonly runtime?: Omit<RuntimeOptions, 'actors' | 'rootBaskets'>;
  /** `wall`: blocks carry the time of day. `chain`: they follow genesis in steps of the slot, the same in every run. */
  readonly clock: 'wall' | 'chain';
  /** Where an earlier run ended, and the time of its genesis, ms since 1970. */
  readonly resume?: (ResumedChain & { readonly genesisMs: bigint }) | undefined;
}

/** The chain's own slot, as on mainnet, ms; real time between blocks is another matter. */
const SLOT_MS = 12_000n;
/** 2026-01-01, so that the same seed always gives the same block hashes. */
const START_MS = 1_767_225_600_000n;

/** FNV-1a over the characters: any text names a seed. */
function seedOf(seed: number | string): number {
  if (typeof seed === 'number') return seed;
  if (/^\d{1,9}$/u.test(seed)) return Number(seed);
  let hash = 0x811c9dc5;
  for (const char of seed) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

export interface Composed {
  readonly node: SimNode;
  /** Another version of the same runtime. */
  readonly runtimeAt: (specVersion: number) => Runtime;
}

/** Puts runtime, scenario and node together. */
export async function composeNode(wish: ChainWish): Promise<Composed> {
  await initRuntime();
  const seed = seedOf(wish.seed ?? 1);
  const { actors: perBlock = 0 } = wish;
  const actors = perBlock > 0 ? { accounts: actorAccounts(seed), perBlock } : undefined;
  const { rootBaskets } = wish;
  const how = { ...wish.runtime, actors, rootBaskets };
  const runtimeAt = (specVersion: number): Runtime => createRuntime({ ...how, specVersion });
  const options = {
    runtime: createRuntime(how),
    genesis: buildGenesis(wish.scenario, seed, { rootBaskets }),
    slotMs: SLOT_MS,
    // A block of the large network changes thousands of entries: two megabytes for every state that is kept.
    ...(wish.scenario === 'mainnet' ? { keepStates: 300 } : {}),
    finalityLag: wish.finalityLag ?? 2,
    resume: wish.resume,
  };
  const startMs = wish.resume?.genesisMs;
  if (wish.clock === 'chain') return { node: new SimNode({ ...options, startMs: startMs ?? START_MS }), runtimeAt };
  const now = (): bigint => BigInt(Date.now());
  const clock = (parent: { readonly timestampMs: bigint }): bigint => {
    const time = now();
    return time > parent.timestampMs ? time : parent.timestampMs + 1n;
  };
  return { node: new SimNode({ ...options, startMs: startMs ?? now(), clock }), runtimeAt };
}
