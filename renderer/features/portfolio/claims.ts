import { MAX_CLAIM_SUBNETS } from '../../../shared/constants/batch.ts';
import type { RootDividend } from '../../../shared/contract/index.ts';
import type { Netuid } from '../../../shared/units/index.ts';

/** Root dividends of one account on one subnet, with every validator that owes them; one claim takes them all. */
export interface Owed {
  readonly key: string;
  readonly coldkey: RootDividend['coldkey'];
  readonly netuid: Netuid;
  /** Largest first. */
  readonly parts: readonly RootDividend[];
  /** Alpha of `netuid`. */
  readonly owed: bigint;
  /** Rao, at spot price. */
  readonly spot: bigint;
  /** No part of it reaches the chain's threshold: a claim would do nothing. */
  readonly belowThreshold: boolean;
}

/** The most worth first. Alpha is added within one subnet only. */
export function owedOf(dividends: readonly RootDividend[]): readonly Owed[] {
  const groups = new Map<string, RootDividend[]>();
  for (const dividend of dividends) {
    const key = `${dividend.coldkey}.${dividend.netuid}`;
    groups.set(key, [...(groups.get(key) ?? []), dividend]);
  }
  return [...groups]
    .flatMap(([key, group]) => {
      const [first] = group;
      if (first === undefined) return [];
      return [
        {
          key,
          coldkey: first.coldkey,
          netuid: first.netuid,
          parts: group.sort((a, b) => (a.owed === b.owed ? 0 : a.owed > b.owed ? -1 : 1)),
          owed: group.reduce((sum, { owed }) => sum + owed, 0n),
          spot: group.reduce((sum, { spotValue }) => sum + spotValue, 0n),
          belowThreshold: group.every(({ owed, threshold }) => owed < threshold),
        },
      ];
    })
    .sort((a, b) => (a.spot === b.spot ? (a.key < b.key ? -1 : 1) : a.spot > b.spot ? -1 : 1));
}

export type ClaimWish =
  | { readonly ok: true; readonly from: string; readonly netuids: readonly Netuid[] }
  | { readonly ok: false; readonly because: 'nothing' | 'several_accounts' | 'too_many' };

/** One claim of what is chosen: of one account, from as many subnets as the chain takes in a call. */
export function claimOf(chosen: readonly Owed[]): ClaimWish {
  const [first] = chosen;
  if (first === undefined) return { ok: false, because: 'nothing' };
  if (chosen.some(({ coldkey }) => coldkey !== first.coldkey)) return { ok: false, because: 'several_accounts' };
  if (chosen.length > MAX_CLAIM_SUBNETS) return { ok: false, because: 'too_many' };
  return { ok: true, from: first.coldkey, netuids: chosen.map(({ netuid }) => netuid) };
}
