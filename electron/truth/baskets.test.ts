import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Coldkey, Hotkey } from '../../shared/units/index.ts';
import { type Lab, openLab } from './lab.test-support.ts';

/** //Eve of the demo: root stake with two validators. */
const EVE = '5HGjWAeFDfFCWPsjFQdVV2Msvz2XtMktvgocEZcCj68kUMaw' as Coldkey;

let lab: Lab;

beforeAll(async () => {
  lab = await openLab({ width: 0, rootBaskets: true });
});
afterAll(() => lab.close());

type Ask = (...args: readonly string[]) => Promise<unknown>;

function asked(method: string): Ask {
  const call = lab.raw.api.call['betaBasketRuntimeApi']?.[method];
  if (call === undefined) throw new Error(`no ${method}`);
  return async (...args) => await call(...args);
}

test('a runtime with root baskets is known by its metadata', () => {
  expect(lab.chain.capabilities()).toMatchObject({ rootBaskets: true, rootClaims: false });
  expect(lab.chain.runtime().specVersion).toBe(459);
});

test('what baskets pay is read as another library reads it', async () => {
  const { value: holders } = await lab.chain.getBasketHolders([EVE]);
  const told = (await asked('getRootBasketPositions')(EVE)) as Iterable<Iterable<{ toString(): string }>>;
  const rows = [...told].map((row) => [...row].map(String));
  expect(holders).toEqual(rows.map(([hotkey]) => ({ coldkey: EVE, hotkey })));
  expect(holders).toHaveLength(2);
  const { value: baskets } = await lab.chain.getBaskets(holders);
  expect(baskets.map(({ owed }) => owed)).toEqual(rows.map((row) => BigInt(row[2] ?? 0)));
  for (const { hotkey, owed } of baskets)
    expect(String(await asked('getBasketPayout')(hotkey, EVE))).toBe(owed.toString());
});

test('who has no share has no basket, and root dividends by subnet are not asked for', async () => {
  const nobody = { coldkey: EVE, hotkey: '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty' as Hotkey };
  expect((await lab.chain.getBaskets([nobody])).value).toEqual([]);
  const { value: positions } = await lab.chain.getStakePositions([EVE]);
  const roots = positions.map(({ coldkey, hotkey, alpha }) => ({ coldkey, hotkey, rootStake: alpha }));
  expect((await lab.chain.getRootDividends(roots)).value).toEqual([]);
  expect((await lab.chain.getClaimTypes([EVE])).value).toEqual([]);
});
