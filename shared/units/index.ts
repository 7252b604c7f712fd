export type { Coldkey, Hotkey } from './account-id.ts';
export { type AlphaRao, toAlphaRao } from './alpha.ts';
export { type AmountTextProblem, formatAmount, parseAmount } from './amount-text.ts';
export { isRoot, type Netuid, ROOT_NETUID, toNetuid } from './netuid.ts';
export {
  PPM,
  type Ppm,
  priceCeiling,
  priceFloor,
  type RaoPerAlpha,
  spotValue,
  toPpm,
  toRaoPerAlpha,
  WIDEST_TOLERANCE,
} from './price.ts';
export { addRao, MAX_U64, RAO_PER_TAO, type Rao, subRaoFloor, TAO_DECIMALS, toRao, ZERO_RAO } from './rao.ts';
export { formatTake, type Take, toTake } from './take.ts';
