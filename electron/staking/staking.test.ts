import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addressOf } from '../../shared/domain/address.ts';
import {
  type Coldkey,
  type Hotkey,
  toAlphaRao,
  toNetuid,
  toRao,
  toRaoPerAlpha,
  toTake,
} from '../../shared/units/index.ts';
import type { EpochReading } from '../chain/delegation-port.ts';
import type { SubnetRecord, ValidatorRecord } from '../chain/port.ts';
import { openStore, type Store } from '../store/index.ts';
import { FakeChain } from '../transactions/testing/fake-chain.test-support.ts';
import { settle } from '../transactions/testing/setup.test-support.ts';
import { type Catalog, createCatalog, createStaking, type StakingService, TakeBook } from './index.ts';
import type { HeldPosition } from './targets.ts';

const TAO = 1_000_000_000n;
const ROOT = toNetuid(0);
const SUBNET = toNetuid(1);
const FAR = toNetuid(2);
const OWNER = addressOf<Coldkey>(new Uint8Array(32).fill(9));
const [ALPHA, BETA, GAMMA] = [1, 2, 3].map((seed) => addressOf<Hotkey>(new Uint8Array(32).fill(seed))) as [
  Hotkey,
  Hotkey,
  Hotkey,
];

function subnet(netuid: number, price: bigint): SubnetRecord {
  return {
    netuid: toNetuid(netuid),
    name: `Net ${netuid}`,
    symbol: 'α',
    tempo: 360,
    price: toRaoPerAlpha(price),
    taoIn: toRao(0n),
    alphaIn: toAlphaRao(0n),
    alphaOut: toAlphaRao(0n),
    started: true,
  };
}

function validator(hotkey: Hotkey, more: Partial<ValidatorRecord>): ValidatorRecord {
  const empty = { nominators: 0, registrations: [], permits: [], totalStake: [] };
  return { hotkey, owner: OWNER, take: toTake(11_796), ...empty, ...more };
}

function epoch(netuid: number, epochBlock: number, paid: readonly [Hotkey, bigint, bigint, bigint?][]): EpochReading {
  return {
    netuid: toNetuid(netuid),
    epochBlock,
    periodBlocks: 360,
    rows: paid.map(([hotkey, dividends, stakeAfter, rootDividends = 0n]) => ({
      hotkey,
      netuid: toNetuid(netuid),
      dividends: toAlphaRao(dividends),
      stakeAfter: toAlphaRao(stakeAfter),
      rootDividends: toAlphaRao(rootDividends),
    })),
  };
}

let dataDir: string;
let store: Store;
let chain: FakeChain;
let held: HeldPosition[];
let catalog: Catalog;
let staking: StakingService;
let nowMs: number;

const silent = { warn: () => undefined };
function start(): void {
  store = openStore({ dataDir });
  const takes = new TakeBook({ samples: store.takes, now: () => nowMs, log: silent });
  catalog = createCatalog({ chain: () => chain, takes });
  staking = createStaking({
    chain: () => chain,
    catalog,
    epochs: store.epochs,
    coldkeys: () => [OWNER],
    positions: () => held,
    log: silent,
  });
}
function stop(): void {
  staking.close();
  store.close();
}
const asked = (what: string): number => chain.requests.filter((request) => request === what).length;
const seen = async (netuid = SUBNET) => (await staking.validators(netuid)).validators;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'soma-staking-'));
  nowMs = 1_700_000_000_000;
  held = [];
  chain = new FakeChain();
  chain.mine(1000);
  chain.subnets = [subnet(0, TAO), subnet(1, TAO / 10n), subnet(2, TAO / 2n)];
  chain.validators = [
    validator(ALPHA, {
      name: 'Alpha',
      registrations: [ROOT, SUBNET],
      permits: [SUBNET],
      totalStake: [
        { netuid: ROOT, alpha: toAlphaRao(1000n * TAO) },
        { netuid: SUBNET, alpha: toAlphaRao(50n * TAO) },
      ],
    }),
    validator(BETA, {
      registrations: [SUBNET],
      totalStake: [{ netuid: SUBNET, alpha: toAlphaRao(90n * TAO) }],
    }),
    validator(GAMMA, { registrations: [FAR], permits: [FAR], nominators: 4 }),
  ];
  chain.neurons.set(SUBNET, [
    { hotkey: ALPHA, uid: 0, permit: true, dividends: 65_535, lastUpdate: 900 },
    { hotkey: BETA, uid: 1, permit: false, dividends: 0, lastUpdate: 0 },
  ]);
  chain.epochs = [
    epoch(1, 720, [[ALPHA, TAO, 10_001n * TAO, TAO]]),
    epoch(2, 721, [
      [ALPHA, 0n, 0n, 0n],
      [GAMMA, 5n, 5n],
    ]),
  ];
  start();
});
afterEach(() => {
  stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('the validators of a subnet', () => {
  test('are all delegates, the largest stake there first, with what the metagraph says', async () => {
    const [first, second, third] = await seen();
    expect([first?.hotkey, second?.hotkey, third?.hotkey]).toEqual([BETA, ALPHA, GAMMA]);
    expect(second).toMatchObject({
      name: 'Alpha',
      hasIdentity: true,
      stakeHere: 50n * TAO,
      rootStake: 1000n * TAO,
      totalSpot: 1005n * TAO,
      permitHere: true,
      registeredHere: true,
      subnets: 2,
      dividends: 65_535,
      lastUpdate: 900,
      nominatorDividends: TAO,
    });
    expect(first).toMatchObject({ hasIdentity: false, permitHere: false, registeredHere: true });
    expect(third).toMatchObject({ registeredHere: false, permitHere: false, stakeHere: 0n, nominators: 4 });
    expect(third).not.toHaveProperty('dividends');
  });

  test('cost one wave for the lists and one for what hangs on them, and nothing again for some blocks', async () => {
    await seen();
    expect(chain.requests.toSorted()).toEqual(['epochs', 'neurons', 'subnets', 'takeChanges', 'validators']);
    chain.mine(5);
    await seen();
    expect(chain.requests).toHaveLength(5);
    chain.mine(1);
    await seen();
    expect(chain.requests.slice(5).toSorted()).toEqual(['neurons', 'subnets']);
  });

  test('name the oldest block that any of it was read at', async () => {
    const { block } = await staking.validators(SUBNET);
    chain.mine(20);
    expect((await staking.validators(FAR)).block).toEqual(block);
  });

  test('of root have seats for permits, and neither dividends nor updates of their own', async () => {
    chain.neurons.set(ROOT, [{ hotkey: ALPHA, uid: 0, permit: false, dividends: 0, lastUpdate: 0 }]);
    const [first] = await seen(ROOT);
    expect(first).toMatchObject({ hotkey: ALPHA, permitHere: true, stakeHere: 1000n * TAO });
    expect(first).not.toHaveProperty('dividends');
    expect(first).not.toHaveProperty('nominatorDividends');
  });

  test('show a take that rose while we were away, and when the chain last changed it', async () => {
    chain.takeChanges.set(ALPHA, 77);
    await seen();
    stop();
    chain.validators = chain.validators.map((one) => ({ ...one, take: toTake(one.hotkey === ALPHA ? 13_000 : 9) }));
    nowMs += 60_000;
    start();
    const rows = await seen();
    const rise = { from: 11_796, to: 13_000, seenMs: nowMs };
    expect(rows.find(({ hotkey }) => hotkey === ALPHA)).toMatchObject({ takeRose: rise, takeChangedAt: 77 });
    expect(rows.find(({ hotkey }) => hotkey === BETA)).not.toHaveProperty('takeRose');
    expect(catalog.takeRose(ALPHA)).toEqual(rise);
  });

  test('a stake beyond what a balance can be does not break the list', async () => {
    chain.validators = [
      validator(ALPHA, {
        totalStake: [
          { netuid: ROOT, alpha: toAlphaRao((1n << 64n) - 1n) },
          { netuid: FAR, alpha: toAlphaRao((1n << 64n) - 1n) },
        ],
      }),
    ];
    expect((await seen())[0]?.totalSpot).toBe((1n << 64n) - 1n);
  });
});

describe('a yield', () => {
  const yieldOf = async (hotkey: Hotkey, netuid = SUBNET) =>
    (await seen(netuid)).find((one) => one.hotkey === hotkey)?.yield;

  test('is there at the first look, from the one epoch the chain remembers', async () => {
    expect(await yieldOf(ALPHA)).toMatchObject({ aprPpm: 730_500, epochs: 1, fromBlock: 720, toBlock: 720 });
    expect(await yieldOf(BETA)).toBeUndefined();
  });

  test('counts an epoch once, however often it is read and across restarts', async () => {
    for (let i = 0; i < 3; i += 1) {
      expect(await yieldOf(ALPHA)).toMatchObject({ epochs: 1 });
      stop();
      start();
    }
  });

  test('gains an epoch when the next one ran, without anybody looking again', async () => {
    await seen();
    chain.epochs = [epoch(1, 1080, [[ALPHA, 0n, 10_001n * TAO]])];
    chain.mine(1085 - chain.best.blockNumber);
    await settle();
    expect(asked('epochs')).toBe(2);
    expect(await yieldOf(ALPHA)).toMatchObject({ aprPpm: 0, epochs: 2, fromBlock: 720, toBlock: 1080 });
  });

  test('of a runtime that keeps no dividends is no number, and nothing is asked for it', async () => {
    chain.capabilitiesNow = { ...chain.capabilitiesNow, epochDividends: false };
    expect(await yieldOf(ALPHA)).toBeUndefined();
    expect(asked('epochs')).toBe(0);
  });

  test('of root adds the subnets, and is no number where one of them cannot be read or claims are gone', async () => {
    // 1 alpha at 0.1 TAO each 360 blocks, on 1000 TAO
    expect(await yieldOf(ALPHA, ROOT)).toEqual({
      method: 'root_dividends',
      aprPpm: 730_500,
      epochs: 1,
      fromBlock: 720,
      toBlock: 721,
    });
    expect(await yieldOf(BETA, ROOT)).toBeUndefined();
    chain.subnets = [...chain.subnets, subnet(3, TAO)];
    chain.mine(6);
    expect(await yieldOf(ALPHA, ROOT)).toBeUndefined();
    chain.subnets = chain.subnets.slice(0, 3);
    chain.capabilitiesNow = { ...chain.capabilitiesNow, rootClaims: false };
    chain.mine(6);
    expect(await yieldOf(ALPHA, ROOT)).toBeUndefined();
  });

  test('costs no list when the epochs cannot be read', async () => {
    chain.getEpochs = () => Promise.reject(new Error('no'));
    expect(await seen()).toHaveLength(3);
  });
});

describe('the sampler', () => {
  test('asks at most once in ten blocks, all that is due in one wave, and never what it has', async () => {
    held = [
      { hotkey: ALPHA, netuid: SUBNET },
      { hotkey: GAMMA, netuid: FAR },
    ];
    await catalog.subnets();
    staking.resume();
    for (let i = 0; i < 30; i += 1) {
      chain.mine(1);
      await settle();
    }
    expect(asked('epochs')).toBe(1);
    expect(
      store.epochs.recent(chain.runtime().genesisHash, FAR, { fromBlock: 0, toBlock: 2000, limit: 9 }),
    ).toHaveLength(1);
    for (let i = 0; i < 120; i += 1) {
      chain.mine(1);
      await settle();
    }
    // epochs that are late are looked for again, each at most every ten blocks
    expect(asked('epochs')).toBeLessThanOrEqual(8);
  });

  test('writes down no epoch of a subnet that has run none, or has no tempo', async () => {
    chain.epochs = [epoch(1, 0, [[ALPHA, 1n, 2n]]), { ...epoch(2, 700, [[GAMMA, 1n, 2n]]), periodBlocks: 0 }];
    held = [
      { hotkey: ALPHA, netuid: SUBNET },
      { hotkey: GAMMA, netuid: FAR },
    ];
    await catalog.subnets();
    staking.resume();
    chain.mine(1);
    await settle();
    expect(asked('epochs')).toBe(1);
    const range = { fromBlock: 0, toBlock: 2000, limit: 9 };
    for (const netuid of [SUBNET, FAR]) {
      expect(store.epochs.recent(chain.runtime().genesisHash, netuid, range)).toEqual([]);
    }
  });

  test('watches nothing while nobody looks and nothing is held', async () => {
    await catalog.subnets();
    await catalog.validators();
    staking.resume();
    chain.mine(400);
    await settle();
    expect(asked('epochs')).toBe(0);
  });

  test('reads a position on root on every subnet', async () => {
    held = [{ hotkey: BETA, netuid: ROOT }];
    await catalog.subnets();
    staking.resume();
    chain.mine(1);
    await settle();
    const range = { fromBlock: 0, toBlock: 2000, limit: 9 };
    const read = [SUBNET, FAR].map((netuid) => store.epochs.recent(chain.runtime().genesisHash, netuid, range));
    expect(read.map((epochs) => epochs[0]?.rows.map(({ hotkey }) => hotkey))).toEqual([[BETA], [BETA]]);
  });

  test('lets go of the chain when closed', () => {
    staking.resume();
    expect(chain.listeners).toBe(1);
    staking.close();
    expect(chain.listeners).toBe(0);
  });
});

describe('what the accounts own', () => {
  test('own hotkeys carry names, the block of the next raise and their families', async () => {
    chain.ownHotkeys = [
      {
        coldkey: OWNER,
        hotkey: ALPHA,
        take: toTake(5000),
        takeChangedAt: 100,
        subnets: [
          {
            netuid: SUBNET,
            registered: true,
            childkeyTake: toTake(0),
            children: [{ hotkey: BETA, proportion: 5n }],
            parents: [{ hotkey: ALPHA, proportion: 6n }],
            pending: { children: [], fromBlock: 7200 },
          },
        ],
      },
      { coldkey: OWNER, hotkey: GAMMA, takeChangedAt: 0, subnets: [] },
    ];
    const { hotkeys, takeMax } = await staking.ownHotkeys();
    expect(takeMax).toBe(11_796);
    expect(hotkeys[0]).toMatchObject({ name: 'Alpha', isDelegate: true, take: 5000, raisableFrom: 216_101 });
    expect(hotkeys[0]?.subnets[0]).toMatchObject({
      children: [{ hotkey: BETA, proportion: 5n }],
      parents: [{ hotkey: ALPHA, name: 'Alpha', proportion: 6n }],
      pending: { children: [], fromBlock: 7200 },
    });
    expect(hotkeys[1]).toMatchObject({ isDelegate: false, take: 11_796, raisableFrom: 0, subnets: [] });
  });

  test('auto-stake destinations and claim types come as the chain has them', async () => {
    chain.autoStakes = [{ coldkey: OWNER, netuid: SUBNET, hotkey: ALPHA }];
    expect((await staking.autoStake()).destinations).toEqual([
      { coldkey: OWNER, netuid: SUBNET, hotkey: ALPHA, name: 'Alpha' },
    ]);
    expect((await staking.claimTypes()).claimTypes).toEqual([{ coldkey: OWNER, claimType: { is: 'swap' } }]);
  });

  test('baskets are asked for root positions, only where the runtime has them, and those that owe nothing are left out', async () => {
    const position = { coldkey: OWNER, alpha: toAlphaRao(TAO), isRegistered: true };
    chain.positions = [
      { ...position, hotkey: ALPHA, netuid: ROOT },
      { ...position, hotkey: BETA, netuid: SUBNET },
    ];
    chain.baskets = [{ coldkey: OWNER, hotkey: ALPHA, owed: toRao(5n), threshold: toRao(500_000n) }];
    expect((await staking.baskets()).baskets).toEqual([]);
    expect(asked('baskets')).toBe(0);
    chain.capabilitiesNow = { ...chain.capabilitiesNow, rootBaskets: true };
    expect((await staking.baskets()).baskets).toEqual([{ coldkey: OWNER, hotkey: ALPHA, name: 'Alpha', owed: 5n }]);
    chain.baskets = [{ coldkey: OWNER, hotkey: ALPHA, owed: toRao(0n), threshold: toRao(500_000n) }];
    expect((await staking.baskets()).baskets).toEqual([]);
    // Bought shares need no root position.
    chain.baskets = [{ coldkey: OWNER, hotkey: BETA, owed: toRao(7n), threshold: toRao(500_000n) }];
    chain.basketHolders = [ALPHA, BETA].map((hotkey) => ({ coldkey: OWNER, hotkey }));
    expect((await staking.baskets()).baskets.map(({ hotkey, owed }) => [hotkey, owed])).toEqual([[BETA, 7n]]);
  });
});
