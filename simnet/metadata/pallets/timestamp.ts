import {
  type AssociatedType,
  associated,
  type Constant,
  constant,
  type StorageItem,
  value,
} from '../language/pallet.ts';
import { as, bool, compact, u64, type Variant, v } from '../language/type.ts';

/** Calls; the number is the SCALE index. */
export const timestampCalls: readonly Variant[] = [v(0, 'set', { now: as('T::Moment', compact(u64)) })];

/** Storage items. */
export const timestampStorage: readonly StorageItem[] = [value('Now', u64), value('DidUpdate', bool)];

/** Constants. */
export const timestampConstants: readonly Constant[] = [constant('MinimumPeriod', u64, 6000n)];

/** Config types that V16 shows. */
export const timestampAssociatedTypes: readonly AssociatedType[] = [associated('Moment', u64)];
