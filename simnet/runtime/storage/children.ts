import type { AccountId } from '../hex.ts';
import { storageItem } from './item.ts';

/** Part of a hotkey's stake weight, parts of 2^64 - 1, and the hotkey at the other end. */
export type Relation = readonly [proportion: bigint, hotkey: AccountId];

export const ChildKeys = storageItem<[parent: AccountId, netuid: number], readonly Relation[]>(
  'SubtensorModule',
  'ChildKeys',
);
export const ParentKeys = storageItem<[child: AccountId, netuid: number], readonly Relation[]>(
  'SubtensorModule',
  'ParentKeys',
);
/** What a child keeps of its parents' dividends, parts of 65535. */
export const ChildkeyTake = storageItem<[hotkey: AccountId, netuid: number], number>('SubtensorModule', 'ChildkeyTake');
