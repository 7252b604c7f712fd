import { boundedVec, weakBoundedVec } from '../language/generic.ts';
import { blake2, map, type StorageItem, value } from '../language/pallet.ts';
import { u64 } from '../language/type.ts';
import { AccountId32 } from '../types/account.ts';
import { AccountData, BalanceLock, ReserveData } from '../types/balances.ts';
import { idAmount } from '../types/generic-frame.ts';
import { RuntimeFreezeReason, RuntimeHoldReason } from '../types/outer.ts';

/** Storage items. */
export const balancesStorage: readonly StorageItem[] = [
  value('TotalIssuance', u64),
  value('InactiveIssuance', u64),
  map('Account', [blake2(AccountId32)], AccountData, { free: 0n, reserved: 0n, frozen: 0n, flags: 1n << 127n }),
  map('Locks', [blake2(AccountId32)], weakBoundedVec(BalanceLock)),
  map('Reserves', [blake2(AccountId32)], boundedVec(ReserveData)),
  map('Holds', [blake2(AccountId32)], boundedVec(idAmount(RuntimeHoldReason, u64))),
  map('Freezes', [blake2(AccountId32)], boundedVec(idAmount(RuntimeFreezeReason, u64))),
];
