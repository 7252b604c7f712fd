import { Control } from './control/control.ts';
import { Faults } from './control/faults/faults.ts';
import { SimNode } from './node/node.ts';
import { serve } from './node/server.ts';
import { createRuntime, initRuntime } from './runtime/index.ts';
import { buildGenesis, type Scenario } from './scenarios/index.ts';

export type { BlockMark, Control } from './control/control.ts';
export type { FaultSettings, Faults } from './control/faults/faults.ts';
export type { Lie } from './control/faults/lies.ts';

export interface SimnetOptions {
  readonly scenario: Scenario;
  readonly seed?: number;
  readonly port?: number;
  /** Real time between blocks; `manual` makes blocks only when told to. */
  readonly blockTimeMs?: number;
  readonly manual?: boolean;
  /** Blocks between best and finalized head. Default 2. */
  readonly finalityLag?: number;
  /** False stops emission, so that pools move only by extrinsics. Default true. */
  readonly emission?: boolean;
}

export interface Simnet {
  readonly url: string;
  readonly httpUrl: string;
  readonly control: Control;
  readonly faults: Faults;
  stop(): Promise<void>;
}

/** The chain's own slot, as on mainnet; real time between blocks is another matter. */
const SLOT_MS = 12_000n;
/** 2026-01-01, so that the same seed always gives the same block hashes. */
const START_MS = 1_767_225_600_000n;

/** Starts a practice network in this process, with control over it. Tests, e2e and bench use this; the product does not. */
export async function startSimnet(options: SimnetOptions): Promise<Simnet> {
  await initRuntime();
  const node = new SimNode({
    runtime: createRuntime(options.emission === undefined ? {} : { emission: options.emission }),
    genesis: buildGenesis(options.scenario, options.seed ?? 1),
    startMs: START_MS,
    slotMs: SLOT_MS,
    finalityLag: options.finalityLag ?? 2,
  });
  const faults: Faults = new Faults(() => server.sockets);
  const server = await serve({
    node,
    intercept: faults.intercept,
    transmit: faults.transmit,
    answers: faults.answers,
    ...(options.port === undefined ? {} : { port: options.port }),
  });
  const timer = options.manual === true ? undefined : setInterval(() => node.mine(), options.blockTimeMs ?? 1000);
  return {
    url: `ws://127.0.0.1:${server.port}`,
    httpUrl: `http://127.0.0.1:${server.port}`,
    control: new Control(node),
    faults,
    stop: () => {
      clearInterval(timer);
      return server.close();
    },
  };
}
