import { u64, type Variant, v } from '../../language/type.ts';
import { TAccountId } from '../../types/account.ts';
import { NetUid, TaoBalance } from '../../types/names.ts';

const CLAIMED = 114;

/** What the public source declares from RootClaimed on, in this order; no snapshot proves the indices. */
const BASKET_EVENTS: readonly Variant[] = [
  v(CLAIMED, 'RootClaimed', { coldkey: TAccountId, tao: TaoBalance }),
  v(115, 'BasketDeposited', { hotkey: TAccountId, tao: TaoBalance, shares: u64 }),
  v(116, 'BasketStakedIn', {
    hotkey: TAccountId,
    coldkey: TAccountId,
    tao: TaoBalance,
    value: TaoBalance,
    shares: u64,
  }),
  v(117, 'BasketClaimed', { hotkey: TAccountId, coldkey: TAccountId, tao: TaoBalance }),
  v(118, 'BasketHoldingConverted', { hotkey: TAccountId, netuid: NetUid, tao: TaoBalance }),
];

/** Gone with the claim type; the events behind it move up. */
const GONE = 'RootClaimTypeSet';

/** The events of a runtime with baskets, from those of one with claims by subnet. */
export function withBaskets(events: readonly Variant[]): readonly Variant[] {
  const shift = BASKET_EVENTS.length - 2;
  const kept = events.filter(({ name, index }) => index !== CLAIMED && name !== GONE);
  return [
    ...kept.filter(({ index }) => index < CLAIMED),
    ...BASKET_EVENTS,
    ...kept.filter(({ index }) => index > CLAIMED).map((event) => ({ ...event, index: event.index + shift })),
  ];
}
