import { boundedVec } from '../language/generic.ts';
import { type Constant, constant, identity, map, type StorageItem, twox64 } from '../language/pallet.ts';
import { bool, i64, u8, u16, u64, type Variant, v } from '../language/type.ts';
import { TAccountId } from '../types/account.ts';
import { NetUid } from '../types/names.ts';
import { NonZeroU64, PalletId } from '../types/number.ts';
import { Balancer, PositionId, TickIndex } from '../types/swap.ts';

/** Calls; the number is the SCALE index. */
export const swapCalls: readonly Variant[] = [
  v(0, 'set_fee_rate', { netuid: NetUid, rate: u16 }),
  v(4, 'toggle_user_liquidity', { netuid: NetUid, enable: bool }),
  v(1, 'add_liquidity', {
    hotkey: TAccountId,
    netuid: NetUid,
    tick_low: TickIndex,
    tick_high: TickIndex,
    liquidity: u64,
  }),
  v(2, 'remove_liquidity', { hotkey: TAccountId, netuid: NetUid, position_id: PositionId }),
  v(3, 'modify_position', { hotkey: TAccountId, netuid: NetUid, position_id: PositionId, liquidity_delta: i64 }),
  v(5, 'disable_lp'),
];

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
