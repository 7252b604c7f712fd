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
  const divisor = price * 100n;
  const alpha = (fee * RAO_PER_TAO * HEADROOM + divisor - 1n) / divisor;
  return alpha > MAX_U64 ? undefined : toAlphaRao(alpha);
}
