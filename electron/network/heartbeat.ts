import type { NetworkId } from '../../shared/constants/networks.ts';
import type { Heartbeat } from '../../shared/contract/index.ts';
import type { AppErrorShape } from '../../shared/errors/index.ts';
import type { ChainStatus } from '../chain/port.ts';

/** What the top bar shows while there is no chain client: no network chosen yet, one being started, or one that failed. */
export function heartbeatWithoutChain(network: NetworkId | undefined, problem: AppErrorShape | undefined): Heartbeat {
  if (network === undefined || problem !== undefined)
    return {
      network: network ?? 'practice',
      phase: 'offline',
      endpoints: [],
      ...(problem === undefined ? {} : { problem }),
    };
  return { network, phase: 'connecting', endpoints: [] };
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
