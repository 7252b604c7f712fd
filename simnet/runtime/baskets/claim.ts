import type { Exec } from '../exec.ts';
import { saleOf } from '../pool/reserves.ts';
import type { StateReader } from '../port.ts';
import { moveBetweenSubnets, sellOwed, settleOnRoot } from '../stake/ledger.ts';
import { stakeOf } from '../stake/position.ts';
import { BasketHoldings, BasketIssues } from '../storage/baskets.ts';
import { RootClaimableThreshold } from '../storage/stake.ts';
import { fundOf, navOf, type Part, take, worthOf } from './fund.ts';
import { type Holder, issueTo, settle, sharesOf } from './shares.ts';

/** Rao that a holder's shares are worth: its part of what the basket is worth. A claim, which sells less, brings a little more. */
export function payoutOf(state: StateReader, holder: Holder): bigint {
  const { total } = BasketIssues.get(state, holder.hotkey);
  if (total === 0n) return 0n;
  const shares = sharesOf(state, holder, stakeOf(state, { ...holder, netuid: 0 }));
  return (navOf(state, holder.hotkey) * shares) / total;
}

/** Sells a slice of a basket; the rao then lie on the root account. Nothing for what no pool takes: it stays in the basket. */
function sellSlice(exec: Exec, holder: Holder, slice: Part): bigint {
  const { netuid, alpha } = slice;
  if (worthOf(exec.state, slice) === 0n) return 0n;
  const sale = saleOf(exec.state, netuid, alpha);
  if (sale === undefined) return 0n;
  take(exec.state, holder.hotkey, slice);
  sellOwed(exec, netuid, alpha, sale);
  moveBetweenSubnets(exec, netuid, 0, sale.out);
  return sale.out;
}

/**
 * Sells the holder's slice of all a basket holds and adds the TAO to its root stake with that validator. Returns these rao;
 * 0 when nothing changed: there are no shares, what they are worth is below the threshold, or a slice would round to nothing.
 */
export function claimBasket(exec: Exec, holder: Holder): bigint {
  const { hotkey, coldkey } = holder;
  const root = { ...holder, netuid: 0 };
  settle(exec.state, holder, stakeOf(exec.state, root));
  const { shares } = BasketHoldings.get(exec.state, hotkey, coldkey);
  const { total } = BasketIssues.get(exec.state, hotkey);
  const payout = payoutOf(exec.state, holder);
  if (payout === 0n || payout < RootClaimableThreshold.get(exec.state, 0) >> 32n) return 0n;
  const parts = fundOf(exec.state, hotkey).filter((part) => worthOf(exec.state, part) > 0n);
  const slices = parts.map(({ netuid, alpha }) => ({ netuid, alpha: (alpha * shares) / total }));
  if (slices.some(({ alpha }) => alpha === 0n)) return 0n;
  const tao = slices.reduce((sum, slice) => sum + sellSlice(exec, holder, slice), 0n);
  if (tao === 0n) return 0n;
  issueTo(exec.state, holder, -shares);
  settleOnRoot(exec, root, tao);
  exec.emit('SubtensorModule', 'BasketClaimed', { hotkey, coldkey, tao });
  return tao;
}
