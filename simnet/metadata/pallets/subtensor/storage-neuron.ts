import { boundedVec } from '../../language/generic.ts';
import { blake2, identity, map, optionalMap, type StorageItem, twox64, value } from '../../language/pallet.ts';
import { bool, tuple, u8, u16, u64, vec } from '../../language/type.ts';
import { AccountId32, H160, H256 } from '../../types/account.ts';
import { NetUid, NetUidStorageIndex } from '../../types/names.ts';
import {
  AxonInfo,
  ChainIdentityV2,
  NeuronCertificate,
  PrometheusInfo,
  SubnetIdentityV3,
} from '../../types/subtensor.ts';

/** Neurons, weights, commits and identities. */
export const neuronStorage: readonly StorageItem[] = [
  map('LastHotkeySwapOnNetuid', [identity(NetUid), blake2(AccountId32)], u64),
  map('LastHotkeyEmissionOnNetuid', [blake2(AccountId32), identity(NetUidStorageIndex)], u64),
  map('UsedWork', [identity(vec(u8))], u64),
  value('WeightsVersionKeyRateLimit', u64, 5n),
  map('IsNetworkMember', [blake2(AccountId32), identity(NetUid)], bool),
  map('WeightsVersionKey', [identity(NetUid)], u64),
  map('BondsMovingAverage', [identity(NetUid)], u64, 900_000n),
  map('BondsPenalty', [identity(NetUid)], u16, 65_535),
  map('BondsResetOn', [identity(NetUid)], bool),
  map('WeightsSetRateLimit', [identity(NetUid)], u64, 100n),
  map('ValidatorPruneLen', [identity(NetUid)], u64, 1n),
  map('VotingPower', [identity(NetUid), blake2(AccountId32)], u64),
  map('VotingPowerTrackingEnabled', [identity(NetUid)], bool),
  map('VotingPowerDisableAtBlock', [identity(NetUid)], u64),
  map('VotingPowerEmaAlpha', [identity(NetUid)], u64, 3_570_000_000_000_000n),
  optionalMap('Uids', [identity(NetUid), blake2(AccountId32)], u16),
  map('Keys', [identity(NetUid), identity(u16)], AccountId32),
  optionalMap('LoadedEmission', [identity(NetUid)], vec(tuple(AccountId32, u64, u64))),
  map('Active', [identity(NetUid)], vec(bool)),
  map('Consensus', [identity(NetUid)], vec(u16)),
  map('Incentive', [identity(NetUidStorageIndex)], vec(u16)),
  map('Dividends', [identity(NetUid)], vec(u16)),
  map('Emission', [identity(NetUid)], vec(u64)),
  map('LastUpdate', [identity(NetUidStorageIndex)], vec(u64)),
  map('ValidatorTrust', [identity(NetUid)], vec(u16)),
  map('ValidatorPermit', [identity(NetUid)], vec(bool)),
  map('Weights', [identity(NetUidStorageIndex), identity(u16)], vec(tuple(u16, u16))),
  map('Bonds', [identity(NetUidStorageIndex), identity(u16)], vec(tuple(u16, u16))),
  map('BlockAtRegistration', [identity(NetUid), identity(u16)], u64),
  optionalMap('Axons', [identity(NetUid), blake2(AccountId32)], AxonInfo),
  optionalMap('NeuronCertificates', [identity(NetUid), blake2(AccountId32)], NeuronCertificate),
  optionalMap('Prometheus', [identity(NetUid), blake2(AccountId32)], PrometheusInfo),
  optionalMap('IdentitiesV2', [blake2(AccountId32)], ChainIdentityV2),
  optionalMap('SubnetIdentitiesV3', [blake2(NetUid)], SubnetIdentityV3),
  map('TransactionKeyLastBlock', [blake2(AccountId32), identity(u16), identity(u16)], u64),
  map('LastTxBlock', [identity(AccountId32)], u64),
  map('LastTxBlockChildKeyTake', [identity(AccountId32)], u64),
  map('LastTxBlockDelegateTake', [identity(AccountId32)], u64),
  optionalMap('WeightCommits', [twox64(NetUidStorageIndex), twox64(AccountId32)], vec(tuple(H256, u64, u64, u64))),
  map(
    'TimelockedWeightCommits',
    [twox64(NetUidStorageIndex), twox64(u64)],
    vec(tuple(AccountId32, u64, boundedVec(u8), u64)),
  ),
  map('CRV3WeightCommits', [twox64(NetUidStorageIndex), twox64(u64)], vec(tuple(AccountId32, boundedVec(u8), u64))),
  map(
    'CRV3WeightCommitsV2',
    [twox64(NetUidStorageIndex), twox64(u64)],
    vec(tuple(AccountId32, u64, boundedVec(u8), u64)),
  ),
  optionalMap('AssociatedEvmAddress', [twox64(NetUid), twox64(u16)], tuple(H160, u64)),
  map('MechanismCountCurrent', [twox64(NetUid)], u8, 1),
  optionalMap('MechanismEmissionSplit', [twox64(NetUid)], vec(u16)),
];
