import { utf8 } from '../hex.ts';
import type { StateReader } from '../port.ts';
import {
  BlocksSinceLastStep,
  LastMechansimStepBlock,
  PendingServerEmission,
  PendingValidatorEmission,
  Tempo,
} from '../storage/epoch.ts';
import { SubnetIdentitiesV3 } from '../storage/hotkeys.ts';
import {
  NetworkRegisteredAt,
  SubnetAlphaIn,
  SubnetAlphaInEmission,
  SubnetAlphaOut,
  SubnetAlphaOutEmission,
  SubnetMovingPrice,
  SubnetOwner,
  SubnetOwnerHotkey,
  SubnetTAO,
  SubnetTaoInEmission,
  SubnetVolume,
  TokenSymbol,
} from '../storage/subnet.ts';
import type { SubnetIdentity } from '../storage/types.ts';

/** Name and symbol travel as lists of compact bytes. */
function nameOf(state: StateReader, netuid: number, identity: SubnetIdentity | undefined): number[] {
  if (identity !== undefined && identity.subnet_name.length > 0) return [...identity.subnet_name];
  return [...(netuid === 0 ? utf8('root') : TokenSymbol.get(state, netuid))];
}

/** What dynamic info and metagraphs say alike about a subnet. */
export function subnetFacts(state: StateReader, netuid: number): SubnetFacts {
  const identity = SubnetIdentitiesV3.find(state, netuid);
  return {
    identity,
    name: nameOf(state, netuid, identity),
    symbol: [...TokenSymbol.get(state, netuid)],
    own: {
      netuid,
      owner_hotkey: SubnetOwnerHotkey.get(state, netuid),
      owner_coldkey: SubnetOwner.get(state, netuid),
      tempo: Tempo.get(state, netuid),
      last_step: LastMechansimStepBlock.get(state, netuid),
      blocks_since_last_step: BlocksSinceLastStep.get(state, netuid),
      alpha_in: SubnetAlphaIn.get(state, netuid),
      alpha_out: SubnetAlphaOut.get(state, netuid),
      tao_in: SubnetTAO.get(state, netuid),
      alpha_out_emission: SubnetAlphaOutEmission.get(state, netuid),
      alpha_in_emission: SubnetAlphaInEmission.get(state, netuid),
      tao_in_emission: SubnetTaoInEmission.get(state, netuid),
      pending_alpha_emission: PendingServerEmission.get(state, netuid) + PendingValidatorEmission.get(state, netuid),
      pending_root_emission: 0n,
      subnet_volume: SubnetVolume.get(state, netuid),
      network_registered_at: NetworkRegisteredAt.get(state, netuid),
      moving_price: SubnetMovingPrice.get(state, netuid),
    },
  };
}

interface SubnetFacts {
  readonly identity: SubnetIdentity | undefined;
  readonly name: readonly number[];
  readonly symbol: readonly number[];
  readonly own: Readonly<Record<string, unknown>>;
}

export function dynamicInfo(state: StateReader, netuid: number): unknown {
  const { identity, name, symbol, own } = subnetFacts(state, netuid);
  return { ...own, subnet_name: name, token_symbol: symbol, emission: 0n, subnet_identity: identity };
}
