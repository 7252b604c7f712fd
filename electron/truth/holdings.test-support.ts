import type { Coldkey, Hotkey, Netuid } from '../../shared/units/index.ts';
import { accountOf, type Fraction, safeFloat, u64f64, uintOf } from './raw-bytes.test-support.ts';
import type { RawChain } from './raw-chain.test-support.ts';

export interface Place {
  readonly coldkey: Coldkey;
  readonly hotkey: Hotkey;
  readonly netuid: Netuid;
}

/** A position from raw storage alone. */
export interface RawHolding {
  /** Alpha rao (rao on root). */
  readonly alpha: bigint;
  /** True when no share of it is stored in either map. */
  readonly absent: boolean;
  /** Alpha rao of everybody with this hotkey on this subnet. */
  readonly hotkeyAlpha: bigint;
}

/** Free rao of each account. */
export async function freeOf(raw: RawChain, coldkeys: readonly Coldkey[], at?: string): Promise<bigint[]> {
  const values = await raw.read(
    coldkeys.map((who) => raw.key('System', 'Account', who)),
    at,
  );
  return values.map((value) => accountOf(value).free);
}

/** The older map counts where it has a value, as on the chain. */
const shareOf = (old: string | null, current: string | null): Fraction =>
  old !== null ? u64f64(old) : current !== null ? safeFloat(current) : { top: 0n, bottom: 1n };

/**
 * Alpha of `share` in a pool of `total` shares that holds `alpha`: exact, rounded down, except that what misses the next
 * whole unit by less than a millionth counts as it (that much the division of shares may have lost).
 */
export function alphaOf(share: Fraction, total: Fraction, alpha: bigint): bigint {
  const bottom = share.bottom * total.top;
  if (share.top === 0n || bottom === 0n) return 0n;
  return (share.top * total.bottom * alpha * 1_000_000n + bottom) / (bottom * 1_000_000n);
}

/** Positions by exact arithmetic on Alpha(V2), TotalHotkeyShares(V2) and TotalHotkeyAlpha. */
export async function holdingsOf(raw: RawChain, places: readonly Place[], at?: string): Promise<RawHolding[]> {
  const pallet = 'SubtensorModule';
  const keys = places.flatMap(({ coldkey, hotkey, netuid }) => [
    raw.key(pallet, 'Alpha', hotkey, coldkey, netuid),
    raw.key(pallet, 'AlphaV2', hotkey, coldkey, netuid),
    raw.key(pallet, 'TotalHotkeyShares', hotkey, netuid),
    raw.key(pallet, 'TotalHotkeySharesV2', hotkey, netuid),
    raw.key(pallet, 'TotalHotkeyAlpha', hotkey, netuid),
  ]);
  const values = await raw.read(keys, at);
  return places.map((_, index) => {
    const [old = null, current = null, oldTotal = null, total = null, pool = null] = values.slice(
      index * 5,
      index * 5 + 5,
    );
    const hotkeyAlpha = uintOf(pool);
    const alpha = alphaOf(shareOf(old, current), shareOf(oldTotal, total), hotkeyAlpha);
    return { alpha, absent: old === null && current === null, hotkeyAlpha };
  });
}
