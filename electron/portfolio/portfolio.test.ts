import { describe, expect, test } from 'vitest';
import type { Portfolio } from '../../shared/contract/index.ts';
import { zPortfolio } from '../../shared/contract/portfolio.ts';
import { type Coldkey, toAlphaRao, toNetuid, toRao, toTake } from '../../shared/units/index.ts';
import { createCatalog } from '../staking/index.ts';
import { FakeChain } from '../transactions/testing/fake-chain.test-support.ts';
import { COLDKEY, FRIEND, HOTKEY, SUBNET, settle, TAO } from '../transactions/testing/setup.test-support.ts';
import { createPortfolio } from './index.ts';

const position = (alpha: bigint) => ({
  coldkey: COLDKEY,
  hotkey: HOTKEY,
  netuid: SUBNET,
  alpha: toAlphaRao(alpha),
  isRegistered: true,
});

function setup() {
  let chain = newChain();
  let coldkeys: Coldkey[] = [COLDKEY];
  let accountsChanged: () => void = () => undefined;
  const shown: Portfolio[] = [];
  const inUse = (): FakeChain => chain;
  const service = createPortfolio({
    chain: inUse,
    coldkeys: () => coldkeys,
    onAccountsChange: (listener) => {
      accountsChanged = listener;
      return () => undefined;
    },
    catalog: createCatalog({ chain: inUse }),
    log: { warn: () => undefined },
  });
  return {
    get chain() {
      return chain;
    },
    service,
    shown,
    listen: () =>
      service.watch({
        next: (portfolio) => shown.push(portfolio),
        fail: (error) => {
          throw error;
        },
      }),
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

function newChain(): FakeChain {
  const chain = new FakeChain();
  chain.accounts.set(COLDKEY, { free: toRao(100n * TAO), reserved: toRao(2n * TAO), frozen: toRao(10n * TAO) });
  chain.pools.set(SUBNET, { tao: 1000n * TAO, alpha: 3000n * TAO });
  chain.positions = [position(7n)];
  chain.subnets = [subnet()];
  chain.validators = [validator()];
  return chain;
}
const subnet = () => ({
  netuid: SUBNET,
  name: 'Apex',
  symbol: 'α',
  tempo: 360,
  price: 333n as never,
  taoIn: toRao(1n),
  alphaIn: toAlphaRao(1n),
  alphaOut: toAlphaRao(1n),
  started: true,
});
const validator = () => ({
  hotkey: HOTKEY,
  owner: FRIEND,
  take: toTake(11_796),
  name: 'Well known',
  nominators: 3,
  registrations: [SUBNET],
  permits: [SUBNET],
  totalStake: [],
});

describe('the portfolio', () => {
  test('values stake at spot, rounded down, and says what could be sent', async () => {
    const { listen, shown } = setup();
    listen();
    await settle();
    const portfolio = shown.at(-1);
    expect(portfolio).toBeDefined();
    expect(portfolio?.balances).toEqual([
      {
        address: COLDKEY,
        free: 100n * TAO,
        reserved: 2n * TAO,
        frozen: 10n * TAO,
        transferable: 92n * TAO, // of the frozen 10, the reserved 2 count already
      },
    ]);
    // 7 alpha base units at a third of a TAO are worth 2.33 rao
    expect(portfolio?.positions).toMatchObject([{ alpha: 7n, price: 333_333_333n, spotValue: 2n }]);
    expect(portfolio?.totals).toEqual({
      free: 100n * TAO,
      reserved: 2n * TAO,
      stakedSpot: 2n,
      total: 102n * TAO + 2n,
    });
    expect(zPortfolio.safeParse(portfolio).success).toBe(true);
  });

  test('carries the names of subnet and validator, the latter when they have come', async () => {
    const { listen, shown } = setup();
    listen();
    await settle();
    expect(shown[0]?.positions[0]).toMatchObject({ subnetName: 'Apex', symbol: 'α' });
    expect(shown.at(-1)?.positions[0]?.validatorName).toBe('Well known');
  });

  test('is told again only when something but the block changed', async () => {
    const { chain, listen, shown } = setup();
    listen();
    await settle();
    const before = shown.length;
    chain.mine(3);
    await settle();
    expect(shown).toHaveLength(before);
    chain.accounts.set(COLDKEY, { free: toRao(5n) });
    chain.mine();
    await settle();
    expect(shown).toHaveLength(before + 1);
    expect(shown.at(-1)?.block.blockNumber).toBe(chain.best.blockNumber);
    expect(shown.at(-1)?.totals.free).toBe(5n);
  });

  test('asks three questions a block at most once everything is known', async () => {
    const { chain, listen } = setup();
    listen();
    await settle();
    chain.requests = [];
    chain.mine();
    await settle();
    expect(chain.requests).toEqual(['accounts', 'positions', 'prices']);
  });

  test('survives a chain that cannot be asked, and reads on when it can', async () => {
    const { chain, listen, shown } = setup();
    chain.online = false;
    listen();
    await settle();
    expect(shown).toEqual([]);
    chain.online = true;
    chain.mine();
    await settle();
    expect(shown.length).toBeGreaterThan(0);
  });

  test('never shows one network its predecessor', async () => {
    const { listen, shown, useChain, chain } = setup();
    listen();
    await settle();
    const other = newChain();
    other.accounts.set(COLDKEY, { free: toRao(1n) });
    useChain(other);
    const before = shown.length;
    chain.accounts.set(COLDKEY, { free: toRao(9n) });
    chain.mine();
    await settle();
    expect(shown.slice(before).map(({ totals }) => totals.free)).not.toContain(9n);
    expect(shown.at(-1)?.totals.free).toBe(1n);
    expect(chain.listeners).toBe(0);
  });

  test('follows a change of accounts, and stops reading when nobody listens', async () => {
    const { chain, listen, shown, setAccounts } = setup();
    const stop = listen();
    await settle();
    setAccounts([]);
    await settle();
    expect(shown.at(-1)).toMatchObject({ balances: [], positions: [], totals: { total: 0n } });
    stop();
    expect(chain.listeners).toBe(0);
  });
});

describe('the lists', () => {
  test('of validators are asked once for many blocks and again after an upgrade', async () => {
    const { chain, service } = setup();
    await Promise.all([service.validators(), service.validators()]);
    chain.mine(50);
    await service.validators();
    expect(chain.requests.filter((what) => what === 'validators')).toHaveLength(1);
    chain.runtimeNow.specVersion += 1;
    await service.validators();
    expect(chain.requests.filter((what) => what === 'validators')).toHaveLength(2);
  });

  test('of subnets are read again after a few blocks, because prices stand in them', async () => {
    const { chain, service } = setup();
    expect((await service.subnets()).subnets.map(({ netuid }) => netuid)).toEqual([toNetuid(1)]);
    chain.mine(6);
    await service.subnets();
    expect(chain.requests.filter((what) => what === 'subnets')).toHaveLength(2);
  });
});
