import { join } from 'node:path';
import type { HostInfo } from '../shared/contract/index.ts';
import { KnownAccounts } from './accounts/known-accounts.ts';
import { type Api, createApi } from './api/index.ts';
import { type ChainClient, openChain } from './chain/index.ts';
import { defaultDataDir, preparePrivateDir } from './hosts/data-dir.ts';
import { lockDataDir } from './hosts/instance-lock.ts';
import { type LaunchWorker, openKeys } from './keys/index.ts';
import { type Logger, openLogger } from './log/index.ts';
import type { NetworkChoice } from './network/choice.ts';
import { ChosenSettings } from './network/chosen-settings.ts';
import { followSession } from './network/follow.ts';
import { type NetworkSession, Networks } from './network/networks.ts';
import { whenOnline } from './network/when-online.ts';
import { createPortfolio } from './portfolio/index.ts';
import type { LaunchPractice } from './practice/launch.ts';
import { createCatalog, createStaking, KnownPositions, TakeBook } from './staking/index.ts';
import { openStore } from './store/index.ts';
import { createTransactions } from './transactions/index.ts';
import { VERSION } from './version.ts';

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

/**
 * Builds the services once and connects them. Knows no window.
 * @throws AppError instance.already_running, disk.*, store.*, chain.endpoint_invalid
 */
export async function createApp(options: AppOptions): Promise<App> {
  const dataDir = preparePrivateDir(options.dataDir ?? defaultDataDir());
  const instance = lockDataDir(dataDir);
  const log = openLogger(join(dataDir, 'logs'));
  try {
    return await compose(options, dataDir, log, () => instance.release());
  } catch (error) {
    log.error('the start failed', error);
    log.close();
    instance.release();
    throw error;
  }
}

async function compose(options: AppOptions, dataDir: string, log: Logger, release: () => void): Promise<App> {
  log.info('starting', { host: options.host, version: VERSION, node: process.versions.node });
  const store = openStore({ dataDir });
  const settings = new ChosenSettings(store.settings, options.network);
  const keys = openKeys({
    dataDir,
    launchWorker: options.launchKeyWorker,
    lockAfterMs: lockAfterMs(settings.get()),
    log: (event, facts) => log.info(event, facts),
  });
  const accounts = new KnownAccounts(keys);
  const networks = new Networks({
    openSession: (choice) => openSession(choice, dataDir, log),
    launchPractice: () => options.launchPractice(join(dataDir, 'practice', 'chain.state')),
    log,
  });
  const chain = (): ChainClient => networks.session.chain;
  const takes = new TakeBook({ samples: store.takes, now: () => Date.now(), log });
  const catalog = createCatalog({ chain, takes });
  const known = new KnownPositions();
  const portfolio = createPortfolio({
    chain,
    coldkeys: () => accounts.coldkeys,
    onAccountsChange: (listener) => accounts.onChange(listener),
    catalog,
    samples: store.samples,
    now: () => Date.now(),
    log,
  });
  const staking = createStaking({
    chain,
    catalog,
    epochs: store.epochs,
    coldkeys: () => accounts.coldkeys,
    positions: () => known.positions,
    log,
  });
  const transactions = createTransactions({
    chain,
    networkId: () => networks.session.choice.id,
    store,
    signerFor: (coldkey) => accounts.signerFor(coldkey),
    isOwn: (address) => accounts.has(address),
    ownAddresses: () => accounts.coldkeys,
    lookup: catalog,
    now: () => Date.now(),
    monotonic: () => performance.now(),
    log,
  });
  const stopResuming = whenOnline(networks, () => {
    transactions.resume();
    portfolio.resume();
    staking.resume();
  });

  const api = createApi(
    {
      keys,
      transactions: {
        ...transactions,
        watchQuote: (intent) => followSession(networks, () => transactions.watchQuote(intent)),
      },
      portfolio: { ...portfolio, watch: followSession(networks, () => known.overhear(portfolio.watch)) },
      staking,
      app: {
        info: async () => ({
          host: options.host,
          version: VERSION,
          platform: process.platform,
          networkChosen: settings.isNetworkChosen(),
          vault: await keys.state(),
        }),
        watchHeartbeat: ({ next }) => networks.watchHeartbeat(next),
        capabilities: async () => {
          await chain().ready(undefined, 'reads');
          return { ...chain().capabilities() };
        },
        touch: () => keys.touch(),
        openLink: options.openExternal,
        faucet: (address, amount) => networks.fund(address, amount),
      },
      settings: {
        get: () => settings.get(),
        set: async (patch) => {
          const effective = settings.set(patch);
          keys.setLockAfterMs(lockAfterMs(effective));
          await networks.choose(settings.choice());
          return effective;
        },
      },
    },
    log,
  );
  await Promise.all([networks.choose(settings.choice()), accounts.refresh()]);

  return {
    api,
    log,
    dataDir,
    lock: () => keys.lock('slept'),
    close: async () => {
      stopResuming();
      await transactions.close();
      portfolio.close();
      staking.close();
      await Promise.all([networks.close(), keys.close()]);
      accounts.close();
      store.close();
      log.info('ended');
      log.close();
      release();
    },
  };
}

function lockAfterMs({ lockAfterMinutes }: { readonly lockAfterMinutes: number }): number {
  return lockAfterMinutes * 60_000;
}

function openSession(choice: NetworkChoice, dataDir: string, log: Logger): Promise<NetworkSession> {
  const chain = openChain({
    network: { id: choice.id, ...(choice.genesisHash === undefined ? {} : { genesisHash: choice.genesisHash }) },
    endpoints: choice.endpoints,
    cacheDir: join(dataDir, 'cache'),
    allowInsecure: choice.allowInsecure === true,
    log: (level, message, facts) => log[level](message, facts),
  });
  return Promise.resolve({ choice, chain, close: () => chain.close() });
}
