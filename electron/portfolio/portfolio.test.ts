import { describe, expect, test } from 'vitest';
import { zPortfolio } from '../../shared/contract/portfolio.ts';
import { toNetuid, toRao } from '../../shared/units/index.ts';
import { COLDKEY, settle, TAO } from '../transactions/testing/setup.test-support.ts';
import { newChain, setup } from './setup.test-support.ts';

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
      stakedExit: 1n,
      exitComplete: true,
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

  test('asks four questions a block once everything is known and nothing changed', async () => {
    const { chain, listen } = setup();
    listen();
    await settle();
    chain.requests = [];
    chain.mine();
    await settle();
    expect(chain.requests).toEqual(['accounts', 'positions', 'prices', 'availabilities']);
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
