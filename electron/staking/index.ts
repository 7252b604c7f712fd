export { type Catalog, createCatalog } from './catalog.ts';
export { KnownPositions } from './known-positions.ts';
export { createStaking, type StakingService } from './staking.ts';
export { TakeBook } from './take-book.ts';
