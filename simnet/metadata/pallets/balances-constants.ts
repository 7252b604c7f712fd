import { type AssociatedType, associated, type Constant, constant } from '../language/pallet.ts';
import { array, u8, u32, u64 } from '../language/type.ts';
import { RuntimeFreezeReason, RuntimeHoldReason } from '../types/outer.ts';

/** Constants. */
export const balancesConstants: readonly Constant[] = [
  constant('ExistentialDeposit', u64, 500n),
  constant('MaxLocks', u32, 50),
  constant('MaxReserves', u32, 50),
  constant('MaxFreezes', u32, 50),
];

/** Config types that V16 shows. */
export const balancesAssociatedTypes: readonly AssociatedType[] = [
  associated('RuntimeHoldReason', RuntimeHoldReason),
  associated('Balance', u64),
  associated('ReserveIdentifier', array(u8, 8)),
  associated('FreezeIdentifier', RuntimeFreezeReason),
];
