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

/** A hundredth more: others may move the pool a little before the fee is taken. */
const HEADROOM = 101n;

/** amount / divisor and a hundredth of it, rounded up. */
export function withHeadroom(amount: bigint, divisor: bigint): bigint {
  const whole = divisor * 100n;
  return (amount * HEADROOM + whole - 1n) / whole;
}

/** About the alpha that fetches `fee` rao at spot, rounded up; undefined where alpha has no price. */
export function alphaForFee(fee: Rao, price: RaoPerAlpha): AlphaRao | undefined {
  if (price === 0n) return undefined;
  const alpha = withHeadroom(fee * RAO_PER_TAO, price);
  return alpha > MAX_U64 ? undefined : toAlphaRao(alpha);
}
