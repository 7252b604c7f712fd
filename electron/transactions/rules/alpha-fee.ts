import {
  type AlphaRao,
  MAX_U64,
  RAO_PER_TAO,
  type Rao,
  type RaoPerAlpha,
  toAlphaRao,
} from '../../../shared/units/index.ts';

/** Calls that may pay the network fee out of the position they take from (chain guide, section 2.3). */
const CALLS: ReadonlySet<string> = new Set([
  'remove_stake',
  'remove_stake_limit',
  'remove_stake_full_limit',
  'move_stake',
  'transfer_stake',
  'swap_stake',
  'swap_stake_limit',
]);

export function mayPayInAlpha({ pallet, call }: { readonly pallet: string; readonly call: string }): boolean {
  return pallet === 'SubtensorModule' && CALLS.has(call);
}

/** A hundredth more than at spot: the chain sells as much as fetches the fee, with the pool's own fee and impact. */
const HEADROOM = 101n;

/** About the alpha that fetches `fee` rao, rounded up; undefined where alpha has no price. */
export function alphaForFee(fee: Rao, price: RaoPerAlpha): AlphaRao | undefined {
  if (price === 0n) return undefined;
  return withRoom(fee * RAO_PER_TAO, price);
}

/** More than `alpha`, which fetches only `out` rao of the fee; undefined where it fetches nothing. */
export function raisedFor(fee: Rao, alpha: AlphaRao, out: Rao): AlphaRao | undefined {
  return out === 0n ? undefined : withRoom(alpha * fee, out);
}

/** The quotient and its headroom, rounded up. */
function withRoom(dividend: bigint, divisor: bigint): AlphaRao | undefined {
  const parts = divisor * 100n;
  const alpha = (dividend * HEADROOM + parts - 1n) / parts;
  return alpha > MAX_U64 ? undefined : toAlphaRao(alpha);
}
