import { array, bare, compact, struct, u8, u64, u128 } from '../language/type.ts';

export const Weight = struct('sp_weights::weight_v2::Weight', { ref_time: compact(u64), proof_size: compact(u64) });

export const RuntimeDbWeight = struct('sp_weights::RuntimeDbWeight', { read: u64, write: u64 });

export const FixedU128 = struct('sp_arithmetic::fixed_point::FixedU128', [u128]);

export const Percent = struct('sp_arithmetic::per_things::Percent', [u8]);

export const PalletId = struct('frame_support::PalletId', [array(u8, 8)]);

export const Perquintill = struct('sp_arithmetic::per_things::Perquintill', [u64]);

export const NonZeroU64 = struct('NonZeroU64', [bare(u64)]);
