import type { Params, Ref, Type, Variant } from './type.ts';

/** A value in the shape the SCALE codecs take: numbers up to u32, bigint above, SS58 text for accounts, hex for byte arrays. */
export type Literal =
  | bigint
  | number
  | boolean
  | string
  | Uint8Array
  | undefined
  | readonly Literal[]
  | { readonly [field: string]: Literal };

export type HasherName =
  | 'Identity'
  | 'Twox64Concat'
  | 'Twox128'
  | 'Twox256'
  | 'Blake2128'
  | 'Blake2256'
  | 'Blake2128Concat';

export interface MapKey {
  readonly hasher: HasherName;
  readonly type: Type;
}

export interface StorageItem {
  readonly name: string;
  /** Optional: absent reads as None. Default: absent reads as `fallback`. */
  readonly modifier: 'Optional' | 'Default';
  /** Empty for a plain value. */
  readonly keys: readonly MapKey[];
  readonly value: Type;
  /** Value of an absent Default entry; undefined means the all-zero encoding. */
  readonly fallback: Literal;
}

export interface Constant {
  readonly name: string;
  readonly type: Type;
  readonly value: Literal;
}

export interface AssociatedType {
  readonly name: string;
  readonly type: Type;
}

export interface Pallet {
  readonly name: string;
  readonly index: number;
  /** Rust path of the pallet module, e.g. `pallet_balances::pallet`. */
  readonly path: string;
  /** The crate as the outer enums spell it, e.g. `pallet_balances`. */
  readonly crate: string;
  /** Parameters of Call, Event and Error; `T` alone when absent. */
  readonly params?: Params;
  /** True when the event enum takes no parameters. */
  readonly plainEvent?: boolean;
  readonly calls?: readonly Variant[];
  readonly events?: readonly Variant[];
  readonly errors?: readonly string[];
  readonly storage?: readonly StorageItem[];
  readonly constants?: readonly Constant[];
  readonly associatedTypes?: readonly AssociatedType[];
  /** Reason enum for RuntimeHoldReason, when the pallet holds balances. */
  readonly holdReason?: Ref;
}

export const identity = (key: Ref): MapKey => ({ hasher: 'Identity', type: key.type });
export const twox64 = (key: Ref): MapKey => ({ hasher: 'Twox64Concat', type: key.type });
export const blake2 = (key: Ref): MapKey => ({ hasher: 'Blake2128Concat', type: key.type });

/** A plain value with a default. */
export const value = (name: string, of: Ref, fallback?: Literal): StorageItem => ({
  name,
  modifier: 'Default',
  keys: [],
  value: of.type,
  fallback,
});

/** A plain value that may be absent. */
export const optional = (name: string, of: Ref): StorageItem => ({
  name,
  modifier: 'Optional',
  keys: [],
  value: of.type,
  fallback: undefined,
});

/** A map whose absent entries read as the default. */
export const map = (name: string, keys: readonly MapKey[], of: Ref, fallback?: Literal): StorageItem => ({
  name,
  modifier: 'Default',
  keys,
  value: of.type,
  fallback,
});

/** A map whose entries may be absent. */
export const optionalMap = (name: string, keys: readonly MapKey[], of: Ref): StorageItem => ({
  name,
  modifier: 'Optional',
  keys,
  value: of.type,
  fallback: undefined,
});

export const constant = (name: string, of: Ref, literal: Literal): Constant => ({
  name,
  type: of.type,
  value: literal,
});

export const associated = (name: string, of: Ref): AssociatedType => ({ name, type: of.type });
