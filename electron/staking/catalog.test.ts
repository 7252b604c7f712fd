import { expect, test } from 'vitest';
import { toNetuid, toTake } from '../../shared/units/index.ts';
import { FakeChain } from '../transactions/testing/fake-chain.test-support.ts';
import { FRIEND, HOTKEY, SUBNET } from '../transactions/testing/setup.test-support.ts';
import { createCatalog } from './index.ts';

const ROOT = toNetuid(0);

function setup() {
  const chain = new FakeChain();
  chain.validators = [
    {
      hotkey: HOTKEY,
      owner: FRIEND,
      take: toTake(0),
      nominators: 0,
      registrations: [ROOT, toNetuid(2)],
      permits: [SUBNET],
      totalStake: [],
    },
  ];
  return { chain, catalog: createCatalog({ chain: () => chain }) };
}

test('whether a validator validates somewhere is unknown until the validators were read, and then by permit or seat', async () => {
  const { catalog } = setup();
  expect(catalog.hasPermit(HOTKEY, SUBNET)).toBeUndefined();
  await catalog.validators();
  expect([SUBNET, ROOT, toNetuid(2)].map((netuid) => catalog.hasPermit(HOTKEY, netuid))).toEqual([true, true, false]);
});

test('a symbol that cannot be read is empty rather than an error', async () => {
  const { chain, catalog } = setup();
  chain.online = false;
  expect(await catalog.symbolOf(SUBNET)).toBe('');
});

test('a failed reading is tried again by the next who asks', async () => {
  const { chain, catalog } = setup();
  chain.online = false;
  await expect(catalog.validators()).rejects.toThrow();
  chain.online = true;
  expect((await catalog.validators()).value).toHaveLength(1);
});
