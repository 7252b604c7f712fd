import type { AccountId } from '../hex.ts';
import { storageItem } from './item.ts';
import type { FixedBits, PoolKey, PositionKey, RootClaimType, SafeFloat } from './types.ts';

/** Rao. */
export const TotalIssuance = storageItem<[], bigint>('SubtensorModule', 'TotalIssuance');
/** Rao in all pools and on root. */
export const TotalStake = storageItem<[], bigint>('SubtensorModule', 'TotalStake');
/** Shares, U64F64; the older map, read first. */
export const Alpha = storageItem<PositionKey, FixedBits>('SubtensorModule', 'Alpha');
/** Shares; the map this runtime writes. */
export const AlphaV2 = storageItem<PositionKey, SafeFloat>('SubtensorModule', 'AlphaV2');
export const TotalHotkeyShares = storageItem<PoolKey, FixedBits>('SubtensorModule', 'TotalHotkeyShares');
export const TotalHotkeySharesV2 = storageItem<PoolKey, SafeFloat>('SubtensorModule', 'TotalHotkeySharesV2');
/** Alpha rao of all stakers of a hotkey on a subnet (rao on root). */
export const TotalHotkeyAlpha = storageItem<PoolKey, bigint>('SubtensorModule', 'TotalHotkeyAlpha');
export const TotalHotkeyAlphaLastEpoch = storageItem<PoolKey, bigint>('SubtensorModule', 'TotalHotkeyAlphaLastEpoch');
export const AlphaDividendsPerSubnet = storageItem<[netuid: number, hotkey: AccountId], bigint>(
  'SubtensorModule',
  'AlphaDividendsPerSubnet',
);
export const RootAlphaDividendsPerSubnet = storageItem<[netuid: number, hotkey: AccountId], bigint>(
  'SubtensorModule',
  'RootAlphaDividendsPerSubnet',
);
export const LastColdkeyHotkeyStakeBlock = storageItem<[coldkey: AccountId, hotkey: AccountId], bigint>(
  'SubtensorModule',
  'LastColdkeyHotkeyStakeBlock',
);
/** Blocks that root stake may not leave after it changed; only where there are baskets. */
export const RootStakeUnlockInterval = storageItem<[], bigint>('SubtensorModule', 'RootStakeUnlockInterval');
export const LastHotkeyEmissionOnNetuid = storageItem<[hotkey: AccountId, netuid: number], bigint>(
  'SubtensorModule',
  'LastHotkeyEmissionOnNetuid',
);
/** Alpha owed per rao of root stake, I96F32, by subnet. */
export const RootClaimable = storageItem<[hotkey: AccountId], readonly (readonly [netuid: number, rate: FixedBits])[]>(
  'SubtensorModule',
  'RootClaimable',
);
export const RootClaimed = storageItem<[netuid: number, hotkey: AccountId, coldkey: AccountId], bigint>(
  'SubtensorModule',
  'RootClaimed',
);
export const RootClaimTypes = storageItem<[coldkey: AccountId], RootClaimType>('SubtensorModule', 'RootClaimType');
export const RootClaimableThreshold = storageItem<[netuid: number], FixedBits>(
  'SubtensorModule',
  'RootClaimableThreshold',
);
export const TaoWeight = storageItem<[], bigint>('SubtensorModule', 'TaoWeight');
/** Coldkeys that stake on root, numbered; automatic claims draw from them. */
export const StakingColdkeysByIndex = storageItem<[index: bigint], AccountId>(
  'SubtensorModule',
  'StakingColdkeysByIndex',
);
export const StakingColdkeys = storageItem<[coldkey: AccountId], bigint>('SubtensorModule', 'StakingColdkeys');
export const NumStakingColdkeys = storageItem<[], bigint>('SubtensorModule', 'NumStakingColdkeys');
/** Coldkeys whose root dividends are claimed for them each block. */
export const NumRootClaim = storageItem<[], bigint>('SubtensorModule', 'NumRootClaim');
/** Smallest nomination, alpha rao (rao on root); less is paid out. */
export const NominatorMinRequiredStake = storageItem<[], bigint>('SubtensorModule', 'NominatorMinRequiredStake');
