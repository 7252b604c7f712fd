import { type Coldkey, type Hotkey, ROOT_NETUID, toRao } from '../../../shared/units/index.ts';
import type { BasketRecord } from '../delegation-port.ts';
import type { ReadAt } from '../queries/read-at.ts';
import { StorageBatch } from '../queries/storage-batch.ts';
import { keyBytes } from '../queries/storage-entry.ts';
import { ceilI96F32, fixedBits } from '../scale/fixed.ts';
import { listOf } from '../scale/plain.ts';
import { ScaleError } from '../scale/reader.ts';
import { concatBytes, u16Bytes } from '../scale/writer.ts';
import { callTyped } from './runtime-api.ts';

const API = 'BetaBasketRuntimeApi';
const METHOD = 'get_basket_payout';
const HOLDINGS = 'get_root_basket_positions';

export interface BasketPosition {
  readonly coldkey: Coldkey;
  readonly hotkey: Hotkey;
}

/**
 * Rao a claim on each validator's root basket would pay; a call each, all in one wave, rows owed nothing left out. No
 * snapshot has this API: the order of its two arguments is read from the metadata. Empty where the runtime has no such call.
 * The threshold of a claim is that of root, rounded up: what reaches ours, the runtime pays.
 */
export async function getBaskets(at: ReadAt, positions: readonly BasketPosition[]): Promise<readonly BasketRecord[]> {
  const order = argumentOrder(at.runtime.codec.apiInputs(API, METHOD));
  if (order === undefined) return [];
  if (positions.length === 0) return [];
  const batch = new StorageBatch(at);
  const least = batch.add('SubtensorModule', 'RootClaimableThreshold', u16Bytes(ROOT_NETUID));
  const reading = Promise.all(
    positions.map(async ({ coldkey, hotkey }) => ({
      coldkey,
      hotkey,
      owed: toRao(await payoutAt(at, order, { coldkey, hotkey })),
    })),
  );
  const [rows] = await Promise.all([reading, batch.read()]);
  const threshold = toRao(ceilI96F32(fixedBits(least().value ?? 0n)));
  return rows.filter(({ owed }) => owed > 0n).map((row) => ({ ...row, threshold }));
}

/**
 * Rao that a claim would pay more at the second block than at the first, negative where less: what was bought in between,
 * and whatever else happened to the basket and its prices. Undefined where the runtime has no such call.
 */
export async function getBasketGain(
  [before, after]: readonly [ReadAt, ReadAt],
  { coldkey, hotkey }: BasketPosition,
): Promise<bigint | undefined> {
  const order = argumentOrder(after.runtime.codec.apiInputs(API, METHOD));
  if (order === undefined) return undefined;
  const [then, now] = await Promise.all([before, after].map((at) => payoutAt(at, order, { coldkey, hotkey })));
  return then === undefined || now === undefined ? undefined : now - then;
}

async function payoutAt(at: ReadAt, order: ArgumentOrder, { coldkey, hotkey }: BasketPosition): Promise<bigint> {
  const keys = { coldkey: keyBytes(coldkey), hotkey: keyBytes(hotkey) };
  const owed = await callTyped(at, API, METHOD, concatBytes(...order.map((one) => keys[one])));
  if (typeof owed !== 'bigint') throw new ScaleError('a payout is not an integer');
  return owed;
}

/**
 * Whose baskets the accounts hold shares of, bought ones included: no root position need stand behind these. Of a row
 * (hotkey, shares, TAO) only the key is read. Empty where the runtime has no such call.
 */
export async function getBasketHolders(at: ReadAt, coldkeys: readonly Coldkey[]): Promise<readonly BasketPosition[]> {
  if (at.runtime.codec.apiInputs(API, HOLDINGS)?.length !== 1) return [];
  const rows = await Promise.all(
    coldkeys.map(async (coldkey) => {
      const held = listOf(await callTyped(at, API, HOLDINGS, keyBytes(coldkey)));
      return held.map((row) => ({ coldkey, hotkey: hotkeyOf(row) }));
    }),
  );
  return rows.flat();
}

function hotkeyOf(row: unknown): Hotkey {
  const [hotkey] = listOf(row);
  if (typeof hotkey !== 'string') throw new ScaleError('a basket without a validator');
  return hotkey as Hotkey;
}

type ArgumentOrder = readonly ('hotkey' | 'coldkey')[];

/** Which argument is which; undefined when there are not exactly a hotkey and a coldkey. */
function argumentOrder(names: readonly string[] | undefined): ArgumentOrder | undefined {
  const order = (names ?? []).map((name) => {
    if (name.includes('hotkey')) return 'hotkey';
    return name.includes('coldkey') ? 'coldkey' : undefined;
  });
  const known = order.filter((one) => one !== undefined);
  return known.length === 2 && new Set(known).size === 2 && order.length === 2 ? known : undefined;
}
