import { composeNode } from './control/compose.ts';
import { Control } from './control/control.ts';
import { Faults } from './control/faults/faults.ts';
import { serve } from './node/server.ts';
import type { Scenario } from './scenarios/index.ts';

export type { BlockMark, Control, ForkWish } from './control/control.ts';
export type { Faults } from './control/faults/faults.ts';
export type { Lie } from './control/faults/lies.ts';
export type { DispatchFault, FaultSettings } from './control/faults/settings.ts';
export type { TradeWish } from './control/trade.ts';
export type { Scenario } from './scenarios/index.ts';

interface CommonOptions {
  readonly scenario: Scenario;
  /** The same seed gives the same genesis, and the same blocks for the same transactions. Default 1. */
  readonly seed?: number | string;
  /** Port on 127.0.0.1; any free one by default. */
  readonly port?: number;
  /** Blocks between best and finalized head. Default 2. */
  readonly finalityLag?: number;
  /** Trades that strangers make in a block, from none to so many, the same for the same seed. Default 0: none. */
  readonly actors?: number;
  /** Root dividends go into baskets of the validators, as on runtimes from about 441 on. Default false. */
  readonly rootBaskets?: boolean;
  /** False stops emission, so that pools move only by extrinsics. Default true. */
  readonly emission?: boolean;
}

export type SimnetOptions = CommonOptions &
  (
    | { readonly manual: true; readonly blockTimeMs?: undefined }
    /** Real time between blocks, ms. Default 1000. */
    | { readonly manual?: false; readonly blockTimeMs?: number }
  );

export interface Simnet {
  readonly url: string;
  readonly httpUrl: string;
  readonly control: Control;
  readonly faults: Faults;
  stop(): Promise<void>;
}

/** Starts a practice network in this process, with control over it. Tests, e2e and bench use this; the product does not. */
export async function startSimnet(options: SimnetOptions): Promise<Simnet> {
  const faults: Faults = new Faults(() => server.sockets);
  const composed = await composeNode({
    scenario: options.scenario,
    seed: options.seed,
    finalityLag: options.finalityLag,
    actors: options.actors,
    rootBaskets: options.rootBaskets,
    runtime: { emission: options.emission ?? true, beforeDispatch: faults.beforeDispatch },
    clock: 'chain',
  });
  const server = await serve({ node: composed.node, hooks: faults, port: options.port ?? 0 });
  const timer =
    options.manual === true ? undefined : setInterval(() => composed.node.mine(), options.blockTimeMs ?? 1000);
  return {
    url: `ws://127.0.0.1:${server.port}`,
    httpUrl: `http://127.0.0.1:${server.port}`,
    control: new Control(composed),
    faults,
    stop: () => {
      clearInterval(timer);
      return server.close();
    },
  };
}
