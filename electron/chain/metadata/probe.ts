import type { RuntimeCodec } from '../scale/codec.ts';
import type { Capabilities } from './capabilities.ts';

/** Asks the metadata what the runtime can do: presence of calls, storage and APIs, never the spec number. */
export function probeCapabilities(codec: RuntimeCodec): Capabilities {
  const hasCall = (call: string): boolean => codec.callArgs('SubtensorModule', call) !== undefined;
  const hasItem = (item: string): boolean => codec.storage('SubtensorModule', item) !== undefined;
  const api = (name: string, method: string): number | undefined => codec.apiOutput(name, method);
  const stakeInfo = api('StakeInfoRuntimeApi', 'get_stake_info_for_coldkey');
  const quote = api('SwapRuntimeApi', 'sim_swap_tao_for_alpha');
  return {
    typedRuntimeApis: stakeInfo !== undefined && !codec.types.isBytes(stakeInfo),
    limitStaking: hasCall('add_stake_limit') && hasCall('remove_stake_limit'),
    swapStake: hasCall('swap_stake'),
    swapStakeLimit: hasCall('swap_stake_limit'),
    moveStake: hasCall('move_stake'),
    moveStakeLimit: hasCall('move_stake_limit'),
    transferStake: hasCall('transfer_stake'),
    unstakeAll: hasCall('unstake_all'),
    fullExitLimit: hasCall('remove_stake_full_limit'),
    quotes: quote !== undefined,
    quoteSlippage: quote !== undefined && codec.structFields(quote).includes('tao_slippage'),
    allPrices: api('SwapRuntimeApi', 'current_alpha_price_all') !== undefined,
    stakeAvailability: api('StakeInfoRuntimeApi', 'get_stake_availability_for_coldkeys') !== undefined,
    clearSigning: codec.metadataVersion >= 15 && codec.extensions().some((one) => one.name === 'CheckMetadataHash'),
    senateVoting: codec.hasPallet('Triumvirate') && codec.hasPallet('SenateMembers') && hasCall('vote'),
    collectiveReferenda: ['Referenda', 'SignedVoting', 'MultiCollective'].every((pallet) => codec.hasPallet(pallet)),
    convictionLocks: hasCall('lock_stake') && hasItem('Lock'),
    rootClaims: hasCall('set_root_claim_type') && hasCall('claim_root') && hasItem('RootClaimable'),
    rootBaskets: codec.hasApi('BetaBasketRuntimeApi') || hasCall('claim_root_with_hotkey'),
    rootStakeHold: hasItem('RootStakeUnlockInterval') && hasItem('LastColdkeyHotkeyStakeBlock'),
    autoStake: hasCall('set_coldkey_auto_stake_hotkey') && hasItem('AutoStakeDestination'),
    takeChanges: hasCall('increase_take') && hasCall('decrease_take'),
    childKeys: hasItem('ChildKeys') && hasItem('ParentKeys'),
    atomicBatch: codec.callArgs('Utility', 'batch_all') !== undefined,
    alphaFees: codec.hasEvent('SubtensorModule', 'TransactionFeePaidWithAlpha'),
    oneStakeCallPerBlock: hasItem('StakingOperationRateLimiter'),
    // No metadata says it; the releases that cap the amount at the position are those that have full exits.
    capsAtPosition: hasCall('remove_stake_full_limit'),
    epochDividends: hasItem('AlphaDividendsPerSubnet') && hasItem('TotalHotkeyAlphaLastEpoch'),
    selectiveMetagraph: api('SubnetInfoRuntimeApi', 'get_selective_metagraph') !== undefined,
  };
}
