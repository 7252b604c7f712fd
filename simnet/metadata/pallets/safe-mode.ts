import { optional, type StorageItem } from '../language/pallet.ts';
import { u32 } from '../language/type.ts';

/** Storage items. */
export const safeModeStorage: readonly StorageItem[] = [optional('EnteredUntil', u32)];
