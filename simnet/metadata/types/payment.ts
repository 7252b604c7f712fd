import { option } from '../language/generic.ts';
import { as, enumeration, struct, u64, units } from '../language/type.ts';
import { DispatchClass } from './dispatch.ts';
import { Balance } from './names.ts';
import { Weight } from './number.ts';

export const PaymentReleases = enumeration('pallet_transaction_payment::Releases', units('V1Ancient', 'V2'));

export const RuntimeDispatchInfo = struct(
  'pallet_transaction_payment::types::RuntimeDispatchInfo',
  { weight: Weight, class: DispatchClass, partial_fee: Balance },
  { Balance: u64, Weight: Weight },
);

export const InclusionFee = struct(
  'pallet_transaction_payment::types::InclusionFee',
  { base_fee: Balance, len_fee: Balance, adjusted_weight_fee: Balance },
  { Balance: u64 },
);

export const FeeDetails = struct(
  'pallet_transaction_payment::types::FeeDetails',
  { inclusion_fee: option(as('InclusionFee<Balance>', InclusionFee)), tip: Balance },
  { Balance: u64 },
);
