import type { RootDividend } from '../../../../shared/contract/index.ts';
import { type AlphaRao, type Netuid, type Rao, toAlphaRao, toRao } from '../../../../shared/units/index.ts';

/** Root dividends of one account on one subnet, from all its validators. */
export interface OwedSubnet {
  readonly netuid: Netuid;
  /** Alpha of the subnet. */
  readonly owed: AlphaRao;
  /** The part of it that a claim would pay: what each validator owes counts only from its threshold on. */
  readonly claimable: AlphaRao;
  /** What a claim of a validator's part takes at least. */
  readonly threshold: AlphaRao;
  /** owed at spot, rao. */
  readonly spotValue: Rao;
}

/** What is owed to an account, by subnet, the most valuable first. */
export function owedBySubnet(dividends: readonly RootDividend[], coldkey: string): readonly OwedSubnet[] {
  const rows = new Map<Netuid, OwedSubnet>();
  for (const { coldkey: owner, netuid, owed, threshold, spotValue } of dividends) {
    if (owner !== coldkey) continue;
    const before = rows.get(netuid);
    rows.set(netuid, {
      netuid,
      owed: toAlphaRao((before?.owed ?? 0n) + owed),
      claimable: toAlphaRao((before?.claimable ?? 0n) + (owed >= threshold ? owed : 0n)),
      threshold,
      spotValue: toRao((before?.spotValue ?? 0n) + spotValue),
    });
  }
  return [...rows.values()].sort((a, b) =>
    a.spotValue === b.spotValue ? a.netuid - b.netuid : a.spotValue > b.spotValue ? -1 : 1,
  );
}
