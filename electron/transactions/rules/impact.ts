import {
  type AlphaRao,
  PPM,
  type Ppm,
  RAO_PER_TAO,
  type Rao,
  type RaoPerAlpha,
  toPpm,
} from '../../../shared/units/index.ts';

/** Impact from which a trade is worth a pause, and from which it needs a loud one. */
const NOTABLE = 20_000;
const STRONG = 50_000;

/** What is missing of `ideal`, in ppm, rounded up; 0 when nothing is. */
function lossOf(ideal: bigint, got: bigint): Ppm {
  if (ideal <= got || ideal === 0n) return toPpm(0);
  return toPpm(Number(((ideal - got) * PPM + ideal - 1n) / ideal));
}

/** Loss of a buy against spot, fee included: `spent` rao at `price` would have been more alpha than `received`. */
export function impactOfBuy(spent: Rao, received: AlphaRao, price: RaoPerAlpha): Ppm {
  return price === 0n ? toPpm(0) : lossOf((spent * RAO_PER_TAO) / price, received);
}

/** Loss of a sale against spot, fee included: `sold` alpha at `price` would have been more rao than `received`. */
export function impactOfSale(sold: AlphaRao, received: Rao, price: RaoPerAlpha): Ppm {
  return lossOf((sold * price) / RAO_PER_TAO, received);
}

/** Loss of a trade through two pools: `sold` alpha of one at `from` would have been more alpha of the other at `to`. */
export function impactAcross(sold: AlphaRao, received: AlphaRao, from: RaoPerAlpha, to: RaoPerAlpha): Ppm {
  return to === 0n ? toPpm(0) : lossOf((sold * from) / to, received);
}

/** Loss of several sales together: `received` rao instead of what all was worth at spot. */
export function impactOfSales(worth: Rao, received: Rao): Ppm {
  return lossOf(worth, received);
}

export function impactWeight(impact: Ppm): 'none' | 'notable' | 'strong' {
  if (impact >= STRONG) return 'strong';
  return impact >= NOTABLE ? 'notable' : 'none';
}
