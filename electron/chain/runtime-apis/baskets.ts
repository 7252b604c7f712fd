import { type Coldkey, type Hotkey, toRao } from '../../../shared/units/index.ts';
import type { BasketRecord } from '../delegation-port.ts';
import type { ReadAt } from '../queries/read-at.ts';
import { keyBytes } from '../queries/storage-entry.ts';
import { ScaleError } from '../scale/reader.ts';
import { concatBytes } from '../scale/writer.ts';
import { callTyped } from './runtime-api.ts';

/** BetaBasketRuntimeApi.get_basket_payout(hotkey, coldkey) for each root position (chain guide 3.7), rao, in one wave. */
export async function getBaskets(
  at: ReadAt,
  positions: readonly { readonly coldkey: Coldkey; readonly hotkey: Hotkey }[],
): Promise<readonly BasketRecord[]> {
  if (!at.runtime.capabilities.rootBaskets) return [];
  return Promise.all(
    positions.map(async ({ coldkey, hotkey }) => {
      const args = concatBytes(keyBytes(hotkey), keyBytes(coldkey));
      const owed = await callTyped(at, 'BetaBasketRuntimeApi', 'get_basket_payout', args);
      if (typeof owed !== 'bigint') throw new ScaleError('a payout is not an integer');
      return { coldkey, hotkey, owed: toRao(owed) };
    }),
  );
}
