import type { DigestItem } from '../codecs.ts';
import type { AccountId, Hex } from '../hex.ts';
import { storageItem } from './item.ts';
import type { AccountInfo, Weight } from './types.ts';

export interface BlockWeight {
  readonly normal: Weight;
  readonly operational: Weight;
  readonly mandatory: Weight;
}

export const Account = storageItem<[AccountId], AccountInfo>('System', 'Account');
export const BlockHash = storageItem<[number], Hex>('System', 'BlockHash');
export const BlockNumber = storageItem<[], number>('System', 'Number');
export const ParentHash = storageItem<[], Hex>('System', 'ParentHash');
export const Digest = storageItem<[], readonly DigestItem[]>('System', 'Digest');
export const EventCount = storageItem<[], number>('System', 'EventCount');
export const ExtrinsicCount = storageItem<[], number>('System', 'ExtrinsicCount');
export const AllExtrinsicsLength = storageItem<[], number>('System', 'AllExtrinsicsLen');
export const BlockWeights = storageItem<[], BlockWeight>('System', 'BlockWeight');
export const InherentsApplied = storageItem<[], boolean>('System', 'InherentsApplied');
export const LastRuntimeUpgrade = storageItem<[], { spec_version: number; spec_name: string }>(
  'System',
  'LastRuntimeUpgrade',
);
/** Raw: events are appended without decoding the ones before. */
export const Events = storageItem<[], readonly unknown[]>('System', 'Events');

/** Milliseconds since 1970. */
export const Now = storageItem<[], bigint>('Timestamp', 'Now');
export const DidUpdate = storageItem<[], boolean>('Timestamp', 'DidUpdate');

/** Rao in existence. */
export const BalancesIssuance = storageItem<[], bigint>('Balances', 'TotalIssuance');
