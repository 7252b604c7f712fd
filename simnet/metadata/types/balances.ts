import { array, as, enumeration, struct, u8, u64, u128, units } from '../language/type.ts';
import { Balance } from './names.ts';

export const ExtraFlags = struct('pallet_balances::types::ExtraFlags', [u128]);

export const AccountData = struct(
  'pallet_balances::types::AccountData',
  { free: Balance, reserved: Balance, frozen: Balance, flags: ExtraFlags },
  { Balance: u64 },
);

export const AdjustmentDirection = enumeration(
  'pallet_balances::types::AdjustmentDirection',
  units('Increase', 'Decrease'),
);

export const BalanceReasons = enumeration('pallet_balances::types::Reasons', units('Fee', 'Misc', 'All'));

export const BalanceLock = struct(
  'pallet_balances::types::BalanceLock',
  { id: as('LockIdentifier', array(u8, 8)), amount: Balance, reasons: BalanceReasons },
  { Balance: u64 },
);

export const ReserveData = struct(
  'pallet_balances::types::ReserveData',
  { id: as('ReserveIdentifier', array(u8, 8)), amount: Balance },
  { ReserveIdentifier: array(u8, 8), Balance: u64 },
);

export const BalanceStatus = enumeration(
  'frame_support::traits::tokens::misc::BalanceStatus',
  units('Free', 'Reserved'),
);
