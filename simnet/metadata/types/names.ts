import { cow } from '../language/generic.ts';
import { array, as, compact, str, u8, u16, u32, u64, u128, vec } from '../language/type.ts';

export const NetUid = as('NetUid', u16);

export const CompactU16 = as('Compact<u16>', compact(u16));

export const CompactU64 = as('Compact<u64>', compact(u64));

export const CompactAlphaBalance = as('Compact<AlphaBalance>', compact(u64));

export const CompactTaoBalance = as('Compact<TaoBalance>', compact(u64));

export const TaoBalance = as('TaoBalance', u64);

export const AlphaBalance = as('AlphaBalance', u64);

export const TBalance = as('T::Balance', u64);

export const CompactNetUid = as('Compact<NetUid>', compact(u16));

export const Balance = as('Balance', u64);

export const CompactU8 = as('Compact<u8>', compact(u8));

export const BlockNumberForT = as('BlockNumberFor<T>', u32);

export const CompactU128 = as('Compact<u128>', compact(u128));

export const RefCount = as('RefCount', u32);

export const ConsensusEngineId = as('ConsensusEngineId', array(u8, 4));

export const CowStaticStr = as("Cow<'static, str>", cow(str));

export const LeaseId = as('LeaseId', u32);

export const Key = as('Key', vec(u8));

export const BalanceOfT = as('BalanceOf<T>', u64);

export const TransactionTag = as('TransactionTag', vec(u8));

export const NetUidStorageIndex = as('NetUidStorageIndex', u16);
