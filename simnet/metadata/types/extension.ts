import type { SignedExtension } from '../language/extension.ts';
import { option } from '../language/generic.ts';
import { array, as, compact, enumeration, struct, u8, u32, u64, unit, units } from '../language/type.ts';
import { H256 } from './account.ts';
import { Era } from './era.ts';

export const CheckNonZeroSender = struct('frame_system::extensions::check_non_zero_sender::CheckNonZeroSender', [], {
  T: null,
});

export const CheckSpecVersion = struct('frame_system::extensions::check_spec_version::CheckSpecVersion', [], {
  T: null,
});

export const CheckTxVersion = struct('frame_system::extensions::check_tx_version::CheckTxVersion', [], { T: null });

export const CheckGenesis = struct('frame_system::extensions::check_genesis::CheckGenesis', [], { T: null });

export const CheckMortality = struct('node_subtensor_runtime::check_mortality::CheckMortality', [Era], { T: null });

export const CheckNonce = struct('node_subtensor_runtime::check_nonce::CheckNonce', [as('T::Nonce', compact(u32))], {
  T: null,
});

export const CheckWeight = struct('frame_system::extensions::check_weight::CheckWeight', [], { T: null });

export const ChargeTransactionPayment = struct(
  'pallet_transaction_payment::ChargeTransactionPayment',
  [as('BalanceOf<T>', compact(u64))],
  { T: null },
);

export const Runtime = struct('node_subtensor_runtime::Runtime', []);

export const SudoTransactionExtension = struct('node_subtensor_runtime::sudo_wrapper::SudoTransactionExtension', [], {
  T: Runtime,
});

export const CheckShieldedTxValidity = struct('pallet_shield::extension::CheckShieldedTxValidity', [], { T: Runtime });

export const SubtensorTransactionExtension = struct(
  'pallet_subtensor::extensions::subtensor::SubtensorTransactionExtension',
  [],
  { T: Runtime },
);

export const DrandPriority = struct('pallet_drand::drand_priority::DrandPriority', [], { T: Runtime });

export const CheckMetadataHashMode = enumeration('frame_metadata_hash_extension::Mode', units('Disabled', 'Enabled'));

export const CheckMetadataHash = struct(
  'frame_metadata_hash_extension::CheckMetadataHash',
  { mode: CheckMetadataHashMode },
  { T: null },
);

export const ChargeTransactionPaymentWrapper = struct(
  'node_subtensor_runtime::transaction_payment_wrapper::ChargeTransactionPaymentWrapper',
  { inner: as('ChargeTransactionPayment<T>', ChargeTransactionPayment) },
  { T: null },
);

/** Signed extensions in signing order. */
export const signedExtensions: readonly SignedExtension[] = [
  { identifier: 'CheckNonZeroSender', extra: CheckNonZeroSender.type, implicit: unit.type },
  { identifier: 'CheckSpecVersion', extra: CheckSpecVersion.type, implicit: u32.type },
  { identifier: 'CheckTxVersion', extra: CheckTxVersion.type, implicit: u32.type },
  { identifier: 'CheckGenesis', extra: CheckGenesis.type, implicit: H256.type },
  { identifier: 'CheckMortality', extra: CheckMortality.type, implicit: H256.type },
  { identifier: 'CheckNonce', extra: CheckNonce.type, implicit: unit.type },
  { identifier: 'CheckWeight', extra: CheckWeight.type, implicit: unit.type },
  { identifier: 'ChargeTransactionPayment', extra: ChargeTransactionPayment.type, implicit: unit.type },
  { identifier: 'SudoTransactionExtension', extra: SudoTransactionExtension.type, implicit: unit.type },
  { identifier: 'CheckShieldedTxValidity', extra: CheckShieldedTxValidity.type, implicit: unit.type },
  { identifier: 'SubtensorTransactionExtension', extra: SubtensorTransactionExtension.type, implicit: unit.type },
  { identifier: 'DrandPriority', extra: DrandPriority.type, implicit: unit.type },
  { identifier: 'CheckMetadataHash', extra: CheckMetadataHash.type, implicit: option(array(u8, 32)).type },
];
