import { type Coldkey, type Hotkey, toRao } from '../../../shared/units/index.ts';
import type { BasketRecord } from '../delegation-port.ts';
import type { ReadAt } from '../queries/read-at.ts';
import { keyBytes } from '../queries/storage-entry.ts';
import { ScaleError } from '../scale/reader.ts';
import { concatBytes } from '../scale/writer.ts';
import { callTyped } from './runtime-api.ts';

const API = 'BetaBasketRuntimeApi';
const METHOD = 'get_basket_payout';

export interface BasketPosition {
  readonly coldkey: Coldkey;
  readonly hotkey: Hotkey;
}

/**
 * Rao a claim on each validator's root basket would pay; a call each, all in one wave, rows owed nothing left out. No
 * snapshot has this API: the order of its two arguments is read from the metadata. Empty where the runtime has no such call.
 */
export async function getBaskets(at: ReadAt, positions: readonly BasketPosition[]): Promise<readonly BasketRecord[]> {
  const order = argumentOrder(at.runtime.codec.apiInputs(API, METHOD));
  if (order === undefined) return [];
  const rows = await Promise.all(
    positions.map(async ({ coldkey, hotkey }) => {
      const keys = { coldkey: keyBytes(coldkey), hotkey: keyBytes(hotkey) };
      const owed = await callTyped(at, API, METHOD, concatBytes(...order.map((one) => keys[one])));
      if (typeof owed !== 'bigint') throw new ScaleError('a payout is not an integer');
      return { coldkey, hotkey, owed: toRao(owed) };
    }),
  );
  return rows.filter(({ owed }) => owed > 0n);
}

/** Which argument is which; undefined when there are not exactly a hotkey and a coldkey. */
function argumentOrder(names: readonly string[] | undefined): readonly ('hotkey' | 'coldkey')[] | undefined {
  const order = (names ?? []).map((name) => {
    if (name.includes('hotkey')) return 'hotkey';
    return name.includes('coldkey') ? 'coldkey' : undefined;
  });
  const known = order.filter((one) => one !== undefined);
  return known.length === 2 && new Set(known).size === 2 && order.length === 2 ? known : undefined;
}
