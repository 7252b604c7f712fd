export type { Address, Coldkey, Hotkey } from './account-id.ts';
export { type AlphaAmount, type AlphaRao, addAlpha, toAlphaRao } from './alpha.ts';
export { type AmountTextProblem, formatAmount, type ParsedAmount, parseAmount } from './amount-text.ts';
export type { Branded } from './brand.ts';
export { isRoot, type Netuid, ROOT_NETUID, toNetuid } from './netuid.ts';
export { PPM, type Ppm, priceCeiling, priceFloor, type RaoPerAlpha, spotValue, toPpm, toRaoPerAlpha } from './price.ts';
export { addRao, MAX_U64, RAO_PER_TAO, type Rao, subRaoFloor, TAO_DECIMALS, toRao, ZERO_RAO } from './rao.ts';
export { formatTake, type Take, toTake } from './take.ts';
