/** The description language: types as plain data, written once and interned into a portable registry later. */

export type PrimitiveName =
  | 'bool'
  | 'str'
  | 'u8'
  | 'u16'
  | 'u32'
  | 'u64'
  | 'u128'
  | 'i8'
  | 'i16'
  | 'i32'
  | 'i64'
  | 'i128';

/** Enums composed of the described pallets; resolved when the registry is built, so pallets may mention them freely. */
export type OuterName =
  | 'RuntimeCall'
  | 'RuntimeEvent'
  | 'RuntimeError'
  | 'RuntimeHoldReason'
  | 'RuntimeFreezeReason'
  | 'OriginCaller';

export interface Field {
  /** Absent in tuple structs and tuple variants. */
  readonly name: string | undefined;
  readonly type: Type;
  /** The Rust spelling at the place of use, which clients show and a few decode by (`NetUid`, `T::AccountId`). */
  readonly typeName: string | undefined;
}

export interface Variant {
  readonly index: number;
  readonly name: string;
  readonly fields: readonly Field[];
}

export interface Parameter {
  readonly name: string;
  /** Absent for a phantom parameter such as `T: Config`. */
  readonly type: Type | undefined;
}

interface Named {
  readonly path: readonly string[];
  readonly params: readonly Parameter[];
}

export type Type =
  | { readonly kind: 'primitive'; readonly name: PrimitiveName }
  | { readonly kind: 'compact'; readonly of: Type }
  | { readonly kind: 'sequence'; readonly of: Type }
  | { readonly kind: 'array'; readonly of: Type; readonly length: number }
  | { readonly kind: 'tuple'; readonly of: readonly Type[] }
  | ({ readonly kind: 'composite'; readonly fields: readonly Field[] } & Named)
  | ({ readonly kind: 'variant'; readonly variants: readonly Variant[] } & Named)
  | { readonly kind: 'outer'; readonly name: OuterName };

/** A type together with the Rust spelling used for it here. */
export interface Ref {
  readonly type: Type;
  readonly label: string | undefined;
}

/** Named fields as an object, positional fields as a list. */
export type Fields = Readonly<Record<string, Ref>> | readonly Ref[];

const primitive = (name: PrimitiveName): Ref => ({ label: name, type: { kind: 'primitive', name } });

export const bool = primitive('bool');
export const str: Ref = { ...primitive('str'), label: 'String' };
export const u8 = primitive('u8');
export const u16 = primitive('u16');
export const u32 = primitive('u32');
export const u64 = primitive('u64');
export const u128 = primitive('u128');
export const i16 = primitive('i16');
export const i64 = primitive('i64');
export const i128 = primitive('i128');

/** The same type under another Rust spelling: `as('NetUid', u16)`. */
export const as = (label: string, ref: Ref): Ref => ({ label, type: ref.type });

/** The same type without a spelling, as the generic `Option` and the outer enums have it. */
export const bare = (ref: Ref): Ref => ({ label: undefined, type: ref.type });

export const outer = (name: OuterName): Ref => ({ label: name, type: { kind: 'outer', name } });

export const vec = (of: Ref): Ref => ({ label: `Vec<${of.label ?? ''}>`, type: { kind: 'sequence', of: of.type } });

export const compact = (of: Ref): Ref => ({ label: of.label, type: { kind: 'compact', of: of.type } });

export const array = (of: Ref, length: number): Ref => ({
  label: `[${of.label ?? ''}; ${length}]`,
  type: { kind: 'array', of: of.type, length },
});

export const tuple = (...of: readonly Ref[]): Ref => ({
  label: `(${of.map((part) => part.label ?? '').join(', ')})`,
  type: { kind: 'tuple', of: of.map((part) => part.type) },
});

export const unit = tuple();

const isList = (fields: Fields): fields is readonly Ref[] => Array.isArray(fields);

export function toFields(fields: Fields): readonly Field[] {
  if (isList(fields)) return fields.map((ref) => ({ name: undefined, type: ref.type, typeName: ref.label }));
  return Object.entries(fields).map(([name, ref]) => ({ name, type: ref.type, typeName: ref.label }));
}

/** Generic parameters by name; `null` marks a phantom one. */
export type Params = Readonly<Record<string, Ref | null>>;

export const toParams = (params: Params): readonly Parameter[] =>
  Object.entries(params).map(([name, ref]) => ({ name, type: ref?.type }));

const splitPath = (path: string): readonly string[] => path.split('::');
const lastOf = (path: string): string => splitPath(path).at(-1) ?? path;

/** A struct under its Rust path. */
export const struct = (path: string, fields: Fields, params: Params = {}): Ref => ({
  label: lastOf(path),
  type: { kind: 'composite', path: splitPath(path), params: toParams(params), fields: toFields(fields) },
});

/** An enum variant: SCALE index, name, fields. */
export const v = (index: number, name: string, fields: Fields = []): Variant => ({
  index,
  name,
  fields: toFields(fields),
});

/** Variants without fields, numbered from zero. */
export const units = (...names: readonly string[]): readonly Variant[] => names.map((name, index) => v(index, name));

/** An enum under its Rust path. */
export const enumeration = (path: string, variants: readonly Variant[], params: Params = {}): Ref => ({
  label: lastOf(path),
  type: { kind: 'variant', path: splitPath(path), params: toParams(params), variants },
});
