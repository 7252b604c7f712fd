import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Coldkey, type Hotkey, ROOT_NETUID, toRao } from '../../shared/units/index.ts';
import { movedBy } from '../transactions/track/moved.ts';
import { submitCall } from './carry-out.test-support.ts';
import { type Lab, openLab } from './lab.test-support.ts';

const TAO = 1_000_000_000n;
const CALL = { pallet: 'SubtensorModule', call: 'stake_into_basket', args: [] };
/** //Eve of the demo: root stake with two validators. */
const EVE = '5HGjWAeFDfFCWPsjFQdVV2Msvz2XtMktvgocEZcCj68kUMaw' as Coldkey;

let lab: Lab;

beforeAll(async () => {
  lab = await openLab({ width: 1, rootBaskets: true });
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

test('what a purchase brought is the payout of the block less that of the block before', async () => {
  const [holder] = (await lab.chain.getBasketHolders([EVE])).value;
  const hotkey = holder?.hotkey ?? ('' as Hotkey);
  const buyer = lab.actors[0]?.address ?? EVE;
  lab.net.control.fund(buyer, 100n * TAO);
  await lab.caughtUp();
  const parent = lab.net.control.best;
  const args = { hotkey, amount_staked: 40n * TAO };
  const hash = await submitCall(lab, buyer, { pallet: 'SubtensorModule', call: 'stake_into_basket', args });
  const block = lab.net.control.mine();
  await lab.caughtUp();
  const found = await lab.chain.findExtrinsic(hash, block.number, block.number);
  if (found === undefined) throw new Error('the purchase is not in its block');
  const intent = { kind: 'basket.buy', coldkey: buyer, hotkey, amount: toRao(40n * TAO) } as const;
  const moved = await movedBy(lab.chain, { intent, call: CALL }, found);
  const paid = async (at: string): Promise<bigint> => {
    const call = (await lab.raw.api.at(at)).call['betaBasketRuntimeApi']?.['getBasketPayout'];
    return BigInt(String(await call?.(hotkey, buyer)));
  };
  const gained = (await paid(block.hash)) - (await paid(parent.hash));
  expect(moved).toEqual([
    { way: 'spent', netuid: ROOT_NETUID, amount: 40n * TAO },
    { way: 'worth', netuid: ROOT_NETUID, amount: gained },
  ]);
  expect(gained).toBeGreaterThan(39n * TAO);
  expect(gained).toBeLessThan(40n * TAO);
});

test('who has no share has no basket, and root dividends by subnet are not asked for', async () => {
  const nobody = { coldkey: EVE, hotkey: '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty' as Hotkey };
  expect((await lab.chain.getBaskets([nobody])).value).toEqual([]);
  const { value: positions } = await lab.chain.getStakePositions([EVE]);
  const roots = positions.map(({ coldkey, hotkey, alpha }) => ({ coldkey, hotkey, rootStake: alpha }));
  expect((await lab.chain.getRootDividends(roots)).value).toEqual([]);
  expect((await lab.chain.getClaimTypes([EVE])).value).toEqual([]);
});
