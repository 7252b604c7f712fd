import { join } from 'node:path';
import type { Heartbeat, HostInfo, Settings } from '../shared/contract/index.ts';
import { AppError } from '../shared/errors/index.ts';
import { toPpm } from '../shared/units/index.ts';
import { type Api, createApi, type Services } from './api/index.ts';
import { defaultDataDir, preparePrivateDir } from './hosts/data-dir.ts';
import { lockDataDir } from './hosts/instance-lock.ts';
import { type LaunchWorker, openKeys } from './keys/index.ts';
import { type Logger, openLogger } from './log/index.ts';
import { parseNetworkOption, toChoice } from './network/choice.ts';
import { Networks } from './network/networks.ts';
import type { LaunchPractice } from './practice/launch.ts';

/** What a host brings to the application. */
export interface AppOptions {
  readonly host: HostInfo['host'];
  /** Of this run only: a network id, or the address of a node. */
  readonly network?: string;
  readonly dataDir?: string;
  readonly launchKeyWorker: LaunchWorker;
  readonly launchPractice: LaunchPractice;
  /** Opens a link that passed the allow-list in the system's browser. */
  readonly openExternal: (url: URL) => Promise<void>;
}

export interface App {
  readonly api: Api;
  readonly log: Logger;
  readonly dataDir: string;
  /** The machine sleeps or its screen locks. */
  lock(): Promise<void>;
  close(): Promise<void>;
}

export const VERSION = '0.1.0';

/** Builds the services once. Knows no window. @throws AppError instance.already_running, disk.*, store.* */
export async function createApp(options: AppOptions): Promise<App> {
  const dataDir = preparePrivateDir(options.dataDir ?? defaultDataDir());
  const lock = lockDataDir(dataDir);
  const log = openLogger(join(dataDir, 'logs'));
  log.info('starting', { host: options.host, version: VERSION, node: process.versions.node });
  const keys = openKeys({
    dataDir,
    launchWorker: options.launchKeyWorker,
    log: (event, facts) => log.info(event, facts),
  });
  const networks = new Networks({
    openSession: () => Promise.reject(new AppError('chain.offline')),
    launchPractice: options.launchPractice,
    log,
  });
  let settings: Settings = {
    network: 'practice',
    endpoints: {},
    theme: 'system',
    tolerance: toPpm(5000),
    lockAfterMinutes: 15,
    hideBalances: false,
  };
  let networkChosen = options.network !== undefined;
  if (options.network !== undefined) settings = { ...settings, network: parseNetworkOption(options.network).id };
  if (networkChosen) await networks.choose(toChoice(settings));
  const info: HostInfo = {
    host: options.host,
    version: VERSION,
    platform: process.platform,
    networkChosen,
    vault: await keys.state(),
  };
  const offline = (): never => {
    throw new AppError('chain.offline');
  };
  const services: Services = {
    keys,
    app: {
      info: () => ({ ...info, networkChosen }),
      watchHeartbeat: ({ next }) => networks.watchHeartbeat((heartbeat: Heartbeat) => next(heartbeat)),
      capabilities: offline,
      touch: () => keys.touch(),
      openLink: options.openExternal,
      faucet: (address, amount) => networks.fund(address, amount),
    },
    portfolio: { watch: () => () => undefined, subnets: offline, validators: offline },
    transactions: {
      watchQuote: offline,
      review: offline,
      discard: offline,
      approve: offline,
      watch: offline,
      watchJournal: ({ next }) => {
        next([]);
        return () => undefined;
      },
    },
    settings: {
      get: () => settings,
      set: async (patch) => {
        settings = { ...settings, ...(patch as Partial<Settings>) };
        if (patch.network !== undefined) networkChosen = true;
        await networks.choose(toChoice(settings));
        return settings;
      },
    },
  };
  return {
    api: createApi(services, log),
    log,
    dataDir,
    lock: () => keys.lock('slept'),
    close: async () => {
      await networks.close();
      await keys.close();
      log.info('ended');
      log.close();
      lock.release();
    },
  };
}
