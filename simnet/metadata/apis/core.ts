import { api, method, type RuntimeApi } from '../language/api.ts';
import { option, result } from '../language/generic.ts';
import { u32, u64, vec } from '../language/type.ts';
import { AccountId32, H256 } from '../types/account.ts';
import { ExtrinsicInclusionMode, Header, OpaqueMetadata, RuntimeVersion, UncheckedExtrinsic } from '../types/block.ts';
import { Weight } from '../types/number.ts';
import { RuntimeCall } from '../types/outer.ts';
import { FeeDetails, RuntimeDispatchInfo } from '../types/payment.ts';
import { TransactionSource, TransactionValidityError, ValidTransaction } from '../types/validity.ts';

/** Runtime APIs of any Substrate chain. */
export const coreApis: readonly RuntimeApi[] = [
  api('Core', 5, [
    method('version', {}, RuntimeVersion),
    method('initialize_block', { header: Header }, ExtrinsicInclusionMode),
  ]),
  api('Metadata', 2, [
    method('metadata', {}, OpaqueMetadata),
    method('metadata_at_version', { version: u32 }, option(OpaqueMetadata)),
    method('metadata_versions', {}, vec(u32)),
  ]),
  api('TaggedTransactionQueue', 3, [
    method(
      'validate_transaction',
      { source: TransactionSource, tx: UncheckedExtrinsic, block_hash: H256 },
      result(ValidTransaction, TransactionValidityError),
    ),
  ]),
  api('AccountNonceApi', 1, [method('account_nonce', { account: AccountId32 }, u32)]),
  api('TransactionPaymentApi', 4, [
    method('query_info', { uxt: UncheckedExtrinsic, len: u32 }, RuntimeDispatchInfo),
    method('query_fee_details', { uxt: UncheckedExtrinsic, len: u32 }, FeeDetails),
    method('query_weight_to_fee', { weight: Weight }, u64),
    method('query_length_to_fee', { length: u32 }, u64),
  ]),
  api('TransactionPaymentCallApi', 3, [
    method('query_call_info', { call: RuntimeCall, len: u32 }, RuntimeDispatchInfo),
    method('query_call_fee_details', { call: RuntimeCall, len: u32 }, FeeDetails),
    method('query_weight_to_fee', { weight: Weight }, u64),
    method('query_length_to_fee', { length: u32 }, u64),
  ]),
];
