import type { RuntimeCodec } from '../scale/codec.ts';
import type { Capabilities } from './capabilities.ts';

/** Asks the metadata what the runtime can do: presence of calls, storage and APIs, never the spec number. */
export function probeCapabilities(codec: RuntimeCodec): Capabilities {
  const hasCall = (call: string): boolean => codec.callArgs('SubtensorModule', call) !== undefined;
  const api = (name: string, method: string): number | undefined => codec.apiOutput(name, method);
  const stakeInfo = api('StakeInfoRuntimeApi', 'get_stake_info_for_coldkey');
  const quote = api('SwapRuntimeApi', 'sim_swap_tao_for_alpha');
  return {
    typedRuntimeApis: stakeInfo !== undefined && !codec.types.isBytes(stakeInfo),
    limitStaking: hasCall('add_stake_limit') && hasCall('remove_stake_limit'),
    swapStake: hasCall('swap_stake'),
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
    convictionLocks: hasCall('lock_stake') && codec.storage('SubtensorModule', 'Lock') !== undefined,
  };
}
