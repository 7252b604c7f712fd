import {
  isRoot,
  type Netuid,
  RAO_PER_TAO,
  type RaoPerAlpha,
  toAlphaRao,
  toNetuid,
  toRao,
  toRaoPerAlpha,
} from '../../../shared/units/index.ts';
import type { SubnetRecord } from '../port.ts';
import type { ReadAt } from '../queries/read-at.ts';
import { getStartedSubnets } from '../queries/subtoken-enabled.ts';
import { chainText, listOf, needInt, recordOf } from '../scale/plain.ts';
import { getPrices } from './alpha-prices.ts';
import { decodeDynamicInfo218 } from './dynamic-info-218.ts';
import { callTyped } from './runtime-api.ts';

const API = 'SubnetInfoRuntimeApi';
const METHOD = 'get_all_dynamic_info';
const NAME_BYTES = 256;
const SYMBOL_BYTES = 32;

/** A subnet as DynamicInfo tells it; price and trading switch come from elsewhere. */
export type SubnetInfo = Omit<SubnetRecord, 'price' | 'started'>;

/** Every subnet with its price: one call, the prices beside it, then one storage request for the trading switch. */
export async function getSubnets(at: ReadAt): Promise<readonly SubnetRecord[]> {
  const [infos, prices] = await Promise.all([getDynamicInfo(at), getPrices(at)]);
  const started = await getStartedSubnets(
    at,
    infos.map((info) => info.netuid),
  );
  return infos.map((info) => ({
    ...info,
    price: priceOf(info.netuid, prices),
    started: started.has(info.netuid),
  }));
}

function priceOf(netuid: Netuid, prices: ReadonlyMap<Netuid, RaoPerAlpha>): RaoPerAlpha {
  return prices.get(netuid) ?? toRaoPerAlpha(isRoot(netuid) ? RAO_PER_TAO : 0n);
}

async function getDynamicInfo(at: ReadAt): Promise<readonly SubnetInfo[]> {
  if (!at.runtime.capabilities.typedRuntimeApis) {
    return decodeDynamicInfo218(await at.stateCall(API, METHOD, new Uint8Array()));
  }
  return listOf(await callTyped(at, API, METHOD, new Uint8Array()))
    .filter((info) => info !== null)
    .map((info) => toSubnet(recordOf(info)));
}

function toSubnet(info: Readonly<Record<string, unknown>>): SubnetInfo {
  return {
    netuid: toNetuid(Number(needInt(info, 'netuid'))),
    name: chainText(info['subnet_name'], NAME_BYTES),
    symbol: chainText(info['token_symbol'], SYMBOL_BYTES),
    tempo: Number(needInt(info, 'tempo')),
    taoIn: toRao(needInt(info, 'tao_in')),
    alphaIn: toAlphaRao(needInt(info, 'alpha_in')),
    alphaOut: toAlphaRao(needInt(info, 'alpha_out')),
  };
}
