import { bool, type Codec, Struct, Tuple, u16, u64, u128, Vector } from '@polkadot-api/substrate-bindings';
import { accountCodec, type StorageShape } from '../codecs.ts';
import type { AccountId } from '../hex.ts';
import type { Edition } from '../metadata-source.ts';
import type { StateReader } from '../port.ts';
import { ownItem } from './item.ts';

// How mainnet stores baskets no snapshot says, so no metadata describes these entries.

/** What a validator's basket has issued. */
export interface BasketIssue {
  /** Shares in all; the first were worth a rao each. */
  readonly total: bigint;
  /** Of these, earned by root stakers and not yet written down with each. */
  readonly unassigned: bigint;
  /** Shares earned per rao of root stake since the beginning, U64F64. */
  readonly rate: bigint;
}

/** What a coldkey holds of a basket. */
export interface BasketHolding {
  readonly shares: bigint;
  /** The basket's rate when they were last written down. */
  readonly rate: bigint;
}

const ACCOUNT = { codec: accountCodec as Codec<unknown>, hasher: 'Blake2128Concat' } as const;

/** An entry whose absence reads as zeros. */
function shapeOf(keys: readonly (typeof ACCOUNT)[], value: unknown, zero: Uint8Array): StorageShape {
  return {
    keyCodecs: keys.map(({ codec }) => codec),
    hashers: keys.map(({ hasher }) => hasher),
    value: value as Codec<unknown>,
    fallback: zero,
  };
}

/** True where root dividends go into baskets. */
export const HasBaskets = ownItem<[], boolean>('HasBaskets', shapeOf([], bool, new Uint8Array(1)));

/** The edition that the state is of. */
export const editionOf = (state: StateReader): Edition => (HasBaskets.get(state) ? 'baskets' : 'mainnet');

/** Alpha rao in a validator's basket by ascending netuid; rao for netuid 0, its cash on root. One entry a basket: no key is searched for. */
export const Baskets = ownItem<[hotkey: AccountId], readonly (readonly [netuid: number, alpha: bigint])[]>(
  'Baskets',
  shapeOf([ACCOUNT], Vector(Tuple(u16, u64)), new Uint8Array(1)),
);

export const BasketIssues = ownItem<[hotkey: AccountId], BasketIssue>(
  'BasketIssues',
  shapeOf([ACCOUNT], Struct({ total: u128, unassigned: u128, rate: u128 }), new Uint8Array(48)),
);

export const BasketHoldings = ownItem<[hotkey: AccountId, coldkey: AccountId], BasketHolding>(
  'BasketHoldings',
  shapeOf([ACCOUNT, ACCOUNT], Struct({ shares: u128, rate: u128 }), new Uint8Array(32)),
);
