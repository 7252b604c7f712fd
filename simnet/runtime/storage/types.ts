import type { AccountId } from '../hex.ts';

/** Balances in rao. */
export interface AccountData {
  readonly free: bigint;
  readonly reserved: bigint;
  readonly frozen: bigint;
  readonly flags: bigint;
}

export interface AccountInfo {
  readonly nonce: number;
  readonly consumers: number;
  readonly providers: number;
  readonly sufficients: number;
  readonly data: AccountData;
}

/** value = mantissa * 10^exponent. */
export interface SafeFloat {
  readonly mantissa: bigint;
  readonly exponent: bigint;
}

/** Bits of a fixed-point value; the fraction's width belongs to the entry that holds it. The codec folds one-field structs. */
export type FixedBits = bigint;

export interface ChainIdentity {
  readonly name: Uint8Array;
  readonly url: Uint8Array;
  readonly github_repo: Uint8Array;
  readonly image: Uint8Array;
  readonly discord: Uint8Array;
  readonly description: Uint8Array;
  readonly additional: Uint8Array;
}

export interface SubnetIdentity {
  readonly subnet_name: Uint8Array;
  readonly github_repo: Uint8Array;
  readonly subnet_contact: Uint8Array;
  readonly subnet_url: Uint8Array;
  readonly discord: Uint8Array;
  readonly description: Uint8Array;
  readonly logo_url: Uint8Array;
  readonly additional: Uint8Array;
}

export interface Weight {
  readonly ref_time: bigint;
  readonly proof_size: bigint;
}

export interface RootClaimType {
  readonly type: 'Swap' | 'Keep' | 'KeepSubnets';
  readonly value: { readonly subnets: readonly number[] } | undefined;
}

/** (hotkey, netuid) and (hotkey, coldkey, netuid), the two kinds of stake keys. */
export type PoolKey = readonly [hotkey: AccountId, netuid: number];
export type PositionKey = readonly [hotkey: AccountId, coldkey: AccountId, netuid: number];
