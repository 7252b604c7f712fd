import { boundedVec } from '../language/generic.ts';
import { type Constant, constant, identity, map, type StorageItem, twox64 } from '../language/pallet.ts';
import { bool, u8, u16, u64, type Variant, v } from '../language/type.ts';
import { NetUid } from '../types/names.ts';
import { NonZeroU64, PalletId } from '../types/number.ts';
import { Balancer } from '../types/swap.ts';

/** Storage items. */
export const swapStorage: readonly StorageItem[] = [
  map('FeeRate', [twox64(NetUid)], u16, 33),
  map('SwapBalancer', [twox64(NetUid)], Balancer, 500_000_000_000_000_000n),
  map('PalSwapInitialized', [twox64(NetUid)], bool),
  map('HasMigrationRun', [identity(boundedVec(u8))], bool),
  map('ScrapReservoirAlpha', [twox64(NetUid)], u64),
];

/** Events; the number is the SCALE index. */
export const swapEvents: readonly Variant[] = [v(0, 'FeeRateSet', { netuid: NetUid, rate: u16 })];

/** Errors; the position is the SCALE index. */
export const swapErrors: readonly string[] = [
  'FeeRateTooHigh',
  'InsufficientInputAmount',
  'InsufficientLiquidity',
  'PriceLimitExceeded',
  'InsufficientBalance',
  'InvalidTickRange',
  'InvalidLiquidityValue',
  'ReservesTooLow',
  'MechanismDoesNotExist',
  'SubtokenDisabled',
  'ReservesOutOfBalance',
  'SwapInputTooLarge',
  'Deprecated',
];

/** Constants. */
export const swapConstants: readonly Constant[] = [
  constant('ProtocolId', PalletId, '0x74656e2f73776170'),
  constant('MaxFeeRate', u16, 10_000),
  constant('MinimumLiquidity', u64, 1000n),
  constant('MinimumReserve', NonZeroU64, 1_000_000n),
];
