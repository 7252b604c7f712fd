import {
  isRoot,
  type Netuid,
  RAO_PER_TAO,
  type RaoPerAlpha,
  ROOT_NETUID,
  toNetuid,
  toRaoPerAlpha,
} from '../../../shared/units/index.ts';
import { getNetworkIds } from '../queries/network-ids.ts';
import type { ReadAt } from '../queries/read-at.ts';
import { getReservePrices } from '../queries/reserve-prices.ts';
import { listOf, needInt, recordOf } from '../scale/plain.ts';
import { ScaleError } from '../scale/reader.ts';
import { u16Bytes } from '../scale/writer.ts';
import { callTyped } from './runtime-api.ts';

const API = 'SwapRuntimeApi';

/** Spot price of every subnet: all in one call, else one call a subnet, else from the reserves. Root is 1. */
export async function getPrices(at: ReadAt): Promise<ReadonlyMap<Netuid, RaoPerAlpha>> {
  const prices = new Map<Netuid, RaoPerAlpha>(await readPrices(at));
  prices.set(ROOT_NETUID, toRaoPerAlpha(RAO_PER_TAO));
  return prices;
}

async function readPrices(at: ReadAt): Promise<ReadonlyMap<Netuid, RaoPerAlpha>> {
  if (at.runtime.capabilities.allPrices) {
    const rows = listOf(await callTyped(at, API, 'current_alpha_price_all', new Uint8Array())).map(recordOf);
    return new Map(rows.map((row) => [toNetuid(Number(needInt(row, 'netuid'))), toRaoPerAlpha(needInt(row, 'price'))]));
  }
  const netuids = (await getNetworkIds(at)).filter((netuid) => !isRoot(netuid));
  if (at.runtime.codec.apiOutput(API, 'current_alpha_price') === undefined) return getReservePrices(at, netuids);
  return new Map(await Promise.all(netuids.map(async (netuid) => [netuid, await getPrice(at, netuid)] as const)));
}

async function getPrice(at: ReadAt, netuid: Netuid): Promise<RaoPerAlpha> {
  const price = await callTyped(at, API, 'current_alpha_price', u16Bytes(netuid));
  if (typeof price !== 'bigint') throw new ScaleError('a price is not an integer');
  return toRaoPerAlpha(price);
}
