import { join } from 'node:path';
import type { HostInfo } from '../shared/contract/index.ts';
import { AppError } from '../shared/errors/index.ts';
import { type Api, createApi, type Services } from './api/index.ts';
import { defaultDataDir, preparePrivateDir } from './hosts/data-dir.ts';
import { lockDataDir } from './hosts/instance-lock.ts';
import { type LaunchWorker, openKeys } from './keys/index.ts';
import { type Logger, openLogger } from './log/index.ts';
import { ChosenSettings } from './network/chosen-settings.ts';
import { Networks } from './network/networks.ts';
import type { LaunchPractice } from './practice/launch.ts';
import { openStore } from './store/index.ts';

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
  readonly lock: () => Promise<void>;
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
  const store = openStore({ dataDir });
  const settings = new ChosenSettings(store.settings, options.network);
  keys.setLockAfterMs(settings.get().lockAfterMinutes * 60_000);
  const offline = (): never => {
    throw new AppError('chain.offline');
  };
  const services: Services = {
    keys,
    app: {
      info: async () => ({
        host: options.host,
        version: VERSION,
        platform: process.platform,
        networkChosen: settings.isNetworkChosen(),
        vault: await keys.state(),
      }),
      watchHeartbeat: ({ next }) => networks.watchHeartbeat(next),
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
      get: () => settings.get(),
      set: async (patch) => {
        const effective = settings.set(patch);
        keys.setLockAfterMs(effective.lockAfterMinutes * 60_000);
        await networks.choose(settings.choice());
        return effective;
      },
    },
  };
  await networks.choose(settings.choice());
  return {
    api: createApi(services, log),
    log,
    dataDir,
    lock: () => keys.lock('slept'),
    close: async () => {
      await networks.close();
      await keys.close();
      store.close();
      log.info('ended');
      log.close();
      lock.release();
    },
  };
}
