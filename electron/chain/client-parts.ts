import { NETWORKS } from '../../shared/constants/networks.ts';
import { AppError } from '../../shared/errors/index.ts';
import { systemClock } from './clock.ts';
import { Connection } from './connection/connection.ts';
import { parseEndpointUrl } from './connection/endpoint-url.ts';
import { GenesisPin } from './connection/genesis-pin.ts';
import { type Handshake, parseRuntimeVersion, type RawCall } from './connection/handshake.ts';
import { toProvider } from './connection/provider.ts';
import { MetadataCache } from './metadata/cache.ts';
import { RuntimeHolder } from './metadata/runtime-holder.ts';
import { DEFAULT_TUNING, type OpenChainOptions } from './options.ts';
import type { ChainStatus } from './port.ts';
import { BlockReader } from './queries/read-at.ts';
import { BlockIndex } from './watch/block-index.ts';
import { Heads } from './watch/heads.ts';
import { Heartbeat } from './watch/heartbeat.ts';
import { composeStatus } from './watch/status.ts';

export interface ClientParts {
  readonly connection: Connection;
  readonly runtime: RuntimeHolder;
  readonly heads: Heads;
  readonly heartbeat: Heartbeat;
  readonly reader: BlockReader;
  readonly blocks: BlockIndex;
  readonly request: RawCall;
  readonly deadlineMs: number;
  readonly status: () => ChainStatus;
  readonly watchStatus: (listener: (status: ChainStatus) => void) => () => void;
}

/** Builds the parts of one client and wires them to each other. Nothing is contacted until `connection.start()`. */
export function wireParts(options: OpenChainOptions): ClientParts {
  const clock = options.clock ?? systemClock;
  const log = options.log ?? (() => undefined);
  const tuning = { ...DEFAULT_TUNING, ...options.tuning };
  const urls = options.endpoints.map((url) => parseEndpointUrl(url, options.allowInsecure));
  if (urls.length === 0) throw new AppError('chain.endpoint_invalid', { reason: 'none' });
  const pin = new GenesisPin(options.network.genesisHash ?? presetGenesis(options.network.id));
  const listeners = new Set<(status: ChainStatus) => void>();
  let chainName: string | undefined;

  const status = (): ChainStatus => composeStatus({ connection, runtime, heads, heartbeat, chainName });
  const changed = (): void => {
    if (listeners.size === 0) return;
    const now = status();
    for (const listener of [...listeners]) listener(now);
  };
  const request: RawCall = (method, params, large = false) => connection.request(method, params, { large });
  const runtime: RuntimeHolder = new RuntimeHolder(
    new MetadataCache(options.cacheDir, log),
    (known) => toProvider(connection, known),
    clock,
  );
  const connection: Connection = new Connection({
    urls: [...new Set(urls)],
    checkGenesis: (hash) => pin.check(hash),
    admit: (handshake, call) => runtime.admit(handshake, call),
    online: (handshake: Handshake) => {
      chainName = handshake.chainName;
      heads.setBest(handshake.best);
      heartbeat.beat();
    },
    changed,
    tuning,
    clock,
    log,
  });
  const heads = new Heads(clock, changed);
  const heartbeat = new Heartbeat({
    clock,
    tuning,
    heads,
    blockTimeMs: () => (runtime.loaded ? runtime.current.constants.blockTimeMs : 12_000),
    isOnline: () => connection.activeUrl !== undefined,
    otherEndpoints: () => connection.endpointCount > 1,
    request,
    leave: (reason) => connection.leave(reason),
    changed,
  });

  /** A notification that does not parse ends the connection that sent it. */
  const heard = (read: (result: unknown) => void) => (result: unknown) => {
    try {
      read(result);
    } catch (cause) {
      connection.leave(AppError.find(cause) ?? new AppError('chain.reply_malformed', {}, { cause }));
    }
  };
  connection.subscriptions.add({
    method: 'chain_subscribeNewHeads',
    params: [],
    notified: heard((header) => {
      heartbeat.beat();
      heads.bestFrom(header);
    }),
  });
  connection.subscriptions.add({
    method: 'chain_subscribeFinalizedHeads',
    params: [],
    notified: heard((header) => heads.finalizedFrom(header)),
  });
  connection.subscriptions.add({
    method: 'state_subscribeRuntimeVersion',
    params: [],
    optional: true,
    notified: heard((value) => {
      const version = parseRuntimeVersion(value);
      if (version.specVersion === runtime.current.identity.specVersion) return;
      log('info', 'runtime upgrade', { from: runtime.current.identity.specVersion, to: version.specVersion });
      runtime.upgrade(version, request).then(changed, (error: unknown) => {
        connection.leave(AppError.find(error) ?? new AppError('chain.metadata_invalid', {}, { cause: error }));
      });
    }),
  });

  return {
    connection,
    runtime,
    heads,
    heartbeat,
    reader: new BlockReader(connection, runtime, () => heads.best, tuning.callDeadlineMs),
    blocks: new BlockIndex(request),
    request,
    deadlineMs: tuning.callDeadlineMs,
    status,
    watchStatus: (listener) => {
      const own = (now: ChainStatus): void => listener(now);
      listeners.add(own);
      return () => {
        listeners.delete(own);
      };
    },
  };
}

function presetGenesis(id: string): string | undefined {
  return Object.values(NETWORKS).find((preset) => preset.id === id)?.genesisHash;
}
