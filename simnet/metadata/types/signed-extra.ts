import { type Ref, tuple } from '../language/type.ts';
import {
  ChargeTransactionPaymentWrapper,
  CheckGenesis,
  CheckMetadataHash,
  CheckMortality,
  CheckNonce,
  CheckNonZeroSender,
  CheckShieldedTxValidity,
  CheckSpecVersion,
  CheckTxVersion,
  CheckWeight,
  DrandPriority,
  SubtensorTransactionExtension,
  SudoTransactionExtension,
} from './extension.ts';

/** The extra data of a signed extrinsic, as the runtime nests it; on the wire it is simply one after the other. */
export const SignedExtra: Ref = tuple(
  tuple(CheckNonZeroSender, CheckSpecVersion, CheckTxVersion, CheckGenesis, CheckMortality, CheckNonce, CheckWeight),
  tuple(
    ChargeTransactionPaymentWrapper,
    SudoTransactionExtension,
    CheckShieldedTxValidity,
    SubtensorTransactionExtension,
    DrandPriority,
  ),
  CheckMetadataHash,
);
