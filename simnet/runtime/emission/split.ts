import type { AccountId } from '../hex.ts';

export interface Share {
  readonly hotkey: AccountId;
  readonly amount: bigint;
}

/** Divides an amount by weight, rounding down; `left` is what rounding, or the lack of any weight, keeps back. */
export function split(
  amount: bigint,
  claims: readonly { readonly hotkey: AccountId; readonly weight: bigint }[],
): { readonly shares: readonly Share[]; readonly left: bigint } {
  const total = claims.reduce((sum, { weight }) => sum + weight, 0n);
  if (total === 0n || amount === 0n) return { shares: [], left: amount };
  const shares = claims
    .map(({ hotkey, weight }) => ({ hotkey, amount: (amount * weight) / total }))
    .filter((share) => share.amount > 0n);
  return { shares, left: shares.reduce((rest, share) => rest - share.amount, amount) };
}
