import type { Connection } from '../connection/connection.ts';
import type { RuntimeHolder } from '../metadata/runtime-holder.ts';
import type { ChainStatus } from '../port.ts';
import type { Heads } from './heads.ts';
import type { Heartbeat } from './heartbeat.ts';

export interface StatusParts {
  readonly connection: Connection;
  readonly runtime: RuntimeHolder;
  readonly heads: Heads;
  readonly heartbeat: Heartbeat;
  readonly chainName: string | undefined;
}

/** One honest picture of the connection, made from its parts on demand. */
export function composeStatus({ connection, runtime, heads, heartbeat, chainName }: StatusParts): ChainStatus {
  const phase = phaseOf(connection, heartbeat);
  const { best, finalized, sinceBestMs } = heads;
  const { activeUrl } = connection;
  return {
    phase,
    endpoints: connection.health(),
    ...(activeUrl === undefined ? {} : { activeUrl }),
    ...(chainName === undefined ? {} : { chainName }),
    ...(runtime.loaded
      ? {
          specVersion: runtime.current.identity.specVersion,
          blockTimeMs: runtime.current.constants.blockTimeMs,
        }
      : {}),
    ...(best === undefined ? {} : { best }),
    ...(finalized === undefined ? {} : { finalized }),
    ...(sinceBestMs === undefined ? {} : { sinceBestMs }),
    ...(phase === 'offline' || phase === 'quarantined' ? { problem: connection.problem().toShape() } : {}),
  };
}

function phaseOf(connection: Connection, heartbeat: Heartbeat): ChainStatus['phase'] {
  if (connection.activeUrl !== undefined) return heartbeat.isStale ? 'stale' : 'online';
  if (connection.quarantined) return 'quarantined';
  // A second try at an endpoint that failed is still "offline" to the person watching.
  const fresh = connection
    .health()
    .some((one) => one.problem === undefined && (one.state === 'idle' || one.state === 'connecting'));
  return fresh ? 'connecting' : 'offline';
}
