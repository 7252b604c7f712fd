import { storageItem } from './item.ts';

/** Fee of a swap in parts of 65535 of the input. */
export const FeeRate = storageItem<[number], number>('Swap', 'FeeRate');
/** TAO weight of a pool, Perquintill (1e18 = 1). */
export const SwapBalancer = storageItem<[number], bigint>('Swap', 'SwapBalancer');
export const SwapInitialized = storageItem<[number], boolean>('Swap', 'PalSwapInitialized');
