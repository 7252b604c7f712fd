import { formatAmount, formatTake, toTake } from '../../shared/units/index.ts';
import { cleanText } from '../lib/hostile-text.ts';
import { blockText } from '../lib/time-text.ts';
import type { Facts } from './sentence.ts';

const BASE_UNITS = /^\d{1,39}$/u;
const TAO_UNIT = 'τ';

function baseUnits(fact: Facts[string] | undefined): bigint | undefined {
  if (typeof fact === 'string' && BASE_UNITS.test(fact)) return BigInt(fact);
  if (typeof fact === 'number' && Number.isSafeInteger(fact) && fact >= 0) return BigInt(fact);
  return undefined;
}

function first(facts: Facts, names: readonly string[]): Facts[string] | undefined {
  return names.map((name) => facts[name]).find((fact) => fact !== undefined);
}

/** Exact TAO of the first of these facts that is there (decimal text of rao): `12.5 τ`. */
export function taoFact(facts: Facts, ...names: readonly string[]): string | undefined {
  const value = baseUnits(first(facts, names));
  return value === undefined ? undefined : `${formatAmount(value)} ${TAO_UNIT}`;
}

/** Unit of the subnet the facts name: the symbol and SN number, or τ on root and where no subnet is named. */
export function unitOf(facts: Facts): string {
  const netuid = facts['netuid'];
  if (typeof netuid !== 'number' || netuid === 0) return TAO_UNIT;
  const symbol = facts['symbol'];
  const clean = typeof symbol === 'string' ? cleanText(symbol, 8).text : '';
  return `${clean === '' ? 'α' : clean} SN${netuid}`;
}

/** Exact alpha of the subnet the facts name; TAO on root. */
export function stakeFact(facts: Facts, ...names: readonly string[]): string | undefined {
  const value = baseUnits(first(facts, names));
  return value === undefined ? undefined : `${formatAmount(value)} ${unitOf(facts)}`;
}

/** A price in rao per alpha as `0.05 τ per α`. */
export function priceFact(facts: Facts, ...names: readonly string[]): string | undefined {
  const value = taoFact(facts, ...names);
  return value === undefined ? undefined : `${value} per α`;
}

/** A short word among the facts, cleaned: it may quote a label or something a node sent. */
export function wordFact(facts: Facts, ...names: readonly string[]): string | undefined {
  const fact = first(facts, names);
  if (fact === undefined || typeof fact === 'boolean') return undefined;
  const { text } = cleanText(String(fact), 64);
  return text === '' ? undefined : text;
}

export function numberFact(facts: Facts, ...names: readonly string[]): number | undefined {
  const fact = first(facts, names);
  return typeof fact === 'number' && Number.isFinite(fact) ? fact : undefined;
}

/** A clause when the fact is there, nothing when it is not. */
export function clause<T>(fact: T | undefined, words: (fact: T) => string, otherwise = ''): string {
  return fact === undefined ? otherwise : words(fact);
}

/** `subnet 8`, `root`, or `this subnet` when no number came along. */
export function subnetFact(facts: Facts): string {
  const netuid = facts['netuid'];
  if (typeof netuid !== 'number') return 'this subnet';
  return netuid === 0 ? 'root' : `subnet ${netuid}`;
}

/** A waiting time in plain words, rounded up so that waiting it out is enough. */
export function waitText(waitMs: number | undefined): string {
  if (waitMs === undefined || waitMs <= 0) return 'a moment';
  const seconds = Math.ceil(waitMs / 1000);
  if (seconds < 90) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}

/** A take (u16) in percent, as `18.00 %`. */
export function takeFact(facts: Facts, ...names: readonly string[]): string | undefined {
  const fact = first(facts, names);
  const value = typeof fact === 'string' && /^\d{1,5}$/u.test(fact) ? Number(fact) : fact;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 65_535) return undefined;
  return formatTake(toTake(value));
}

/** `1 block`, `216 000 blocks`. */
export function blockCountText(blocks: number): string {
  return blocks === 1 ? '1 block' : `${blockText(blocks)} blocks`;
}
