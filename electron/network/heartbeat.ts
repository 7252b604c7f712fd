import type { NetworkId } from '../../shared/constants/networks.ts';
import type { Heartbeat } from '../../shared/contract/index.ts';
import type { ChainStatus } from '../chain/port.ts';

/** What the top bar shows while there is no chain client: none chosen yet, or one is being started. */
export function heartbeatWithoutChain(network: NetworkId, phase: 'connecting' | 'offline'): Heartbeat {
  return { network, phase, endpoints: [] };
}

/** The chain's status as the contract has it. */
export function toHeartbeat(network: NetworkId, status: ChainStatus): Heartbeat {
  return {
    network,
    phase: status.phase,
    endpoints: status.endpoints.map((endpoint) => ({ ...endpoint })),
    ...(status.activeUrl === undefined ? {} : { activeUrl: status.activeUrl }),
    ...(status.specVersion === undefined ? {} : { specVersion: status.specVersion }),
    ...(status.best === undefined ? {} : { best: status.best }),
    ...(status.finalized === undefined ? {} : { finalized: status.finalized }),
    ...(status.sinceBestMs === undefined ? {} : { sinceBestMs: status.sinceBestMs }),
    ...(status.blockTimeMs === undefined ? {} : { blockTimeMs: status.blockTimeMs }),
    ...(status.problem === undefined ? {} : { problem: status.problem }),
  };
}
