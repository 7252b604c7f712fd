import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Portfolio } from '../../shared/contract/index.ts';
import { type Coldkey, toAlphaRao, toRao, toRaoPerAlpha, toTake } from '../../shared/units/index.ts';
import type { StakePositionRecord, SubnetRecord, ValidatorRecord } from '../chain/port.ts';
import { createCatalog } from '../staking/index.ts';
import { openStore } from '../store/index.ts';
import { FakeChain } from '../transactions/testing/fake-chain.test-support.ts';
import { COLDKEY, FRIEND, HOTKEY, SUBNET, TAO } from '../transactions/testing/setup.test-support.ts';
import { createPortfolio } from './index.ts';
import type { PortfolioService } from './portfolio.ts';

export const position = (alpha: bigint, change: Partial<StakePositionRecord> = {}): StakePositionRecord => ({
  coldkey: COLDKEY,
  hotkey: HOTKEY,
  netuid: SUBNET,
  alpha: toAlphaRao(alpha),
  isRegistered: true,
  ...change,
});

/** Makes these the only positions of the chain, with these (whole) shares of a pool. */
export function hold(chain: FakeChain, ...rows: { position: StakePositionRecord; shares: bigint }[]): void {
  chain.positions = rows.map((row) => row.position);
  chain.shares = rows.map(({ position: { coldkey, hotkey, netuid, alpha }, shares }) => ({
    coldkey,
    hotkey,
    netuid,
    shares: shares << 64n,
    totalShares: shares << 64n,
    totalAlpha: alpha,
  }));
}

/** The service over a chain with one account, one position and one pool at a third of a TAO, and over a store on disk. */
export function setup() {
  let chain = newChain();
  let coldkeys: Coldkey[] = [COLDKEY];
  let accountsChanged: () => void = () => undefined;
  const shown: Portfolio[] = [];
  const warnings: unknown[] = [];
  const clock = { wallMs: 1_700_000_000_000 };
  const inUse = (): FakeChain => chain;
  const dataDir = mkdtempSync(join(tmpdir(), 'soma-portfolio-'));
  let store = openStore({ dataDir });
  const start = (): PortfolioService =>
    createPortfolio({
      chain: inUse,
      coldkeys: () => coldkeys,
      onAccountsChange: (listener) => {
        accountsChanged = listener;
        return () => undefined;
      },
      catalog: createCatalog({ chain: inUse }),
      samples: store.samples,
      now: () => clock.wallMs,
      log: { warn: (_message, details) => warnings.push(details) },
    });
  let service = start();
  const listen = (): (() => void) =>
    service.watch({
      next: (portfolio) => shown.push(portfolio),
      fail: (error) => {
        throw error;
      },
    });
  onTestFinished(() => {
    service.close();
    store.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return {
    get chain() {
      return chain;
    },
    get service() {
      return service;
    },
    get samples() {
      return store.samples;
    },
    shown,
    warnings,
    clock,
    listen,
    /** Ends the service and the store and begins others over the same file, as a restart does. */
    restart: () => {
      service.close();
      store.close();
      store = openStore({ dataDir });
      service = start();
      shown.length = 0;
      return listen();
    },
    useChain: (next: FakeChain) => {
      chain = next;
      service.resume();
    },
    setAccounts: (next: Coldkey[]) => {
      coldkeys = next;
      accountsChanged();
    },
  };
}

export function newChain(): FakeChain {
  const chain = new FakeChain();
  chain.accounts.set(COLDKEY, { free: toRao(100n * TAO), reserved: toRao(2n * TAO), frozen: toRao(10n * TAO) });
  chain.pools.set(SUBNET, { tao: 1000n * TAO, alpha: 3000n * TAO });
  hold(chain, { position: position(7n), shares: 7n });
  chain.subnets = [subnet()];
  chain.validators = [validator()];
  return chain;
}
const subnet = (): SubnetRecord => ({
  netuid: SUBNET,
  name: 'Apex',
  symbol: 'α',
  tempo: 360,
  price: toRaoPerAlpha(333n),
  taoIn: toRao(1n),
  alphaIn: toAlphaRao(1n),
  alphaOut: toAlphaRao(1n),
  started: true,
});
const validator = (): ValidatorRecord => ({
  hotkey: HOTKEY,
  owner: FRIEND,
  take: toTake(11_796),
  name: 'Well known',
  nominators: 3,
  registrations: [SUBNET],
  permits: [SUBNET],
  totalStake: [],
});
