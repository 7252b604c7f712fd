import type { Quote } from '../../../../shared/contract/index.ts';

/** Blocks a quote may lag behind the head before it is called old: one may be missed, two are a pattern. */
const LAG_BLOCKS = 2;

/** True while the quote is of the head of the chain, or nearly. */
export function isQuoteCurrent(quote: Quote, bestBlock: number | undefined, live: boolean): boolean {
  if (!live) return false;
  return bestBlock === undefined || bestBlock - quote.block.blockNumber <= LAG_BLOCKS;
}

export type ImpactWeight = 'slight' | 'notable' | 'strong';

const NOTABLE_PPM = 20_000;
const STRONG_PPM = 50_000;

/** Weight of a price impact in parts per million: notable from 2 %, strong from 5 %. */
export function impactWeight(ppm: number): ImpactWeight {
  if (ppm >= STRONG_PPM) return 'strong';
  return ppm >= NOTABLE_PPM ? 'notable' : 'slight';
}
