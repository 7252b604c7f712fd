import { as, bool, enumeration, struct, u8, u64, units, v, vec } from '../language/type.ts';
import { TransactionTag } from './names.ts';

export const InvalidTransaction = enumeration('sp_runtime::transaction_validity::InvalidTransaction', [
  v(0, 'Call'),
  v(1, 'Payment'),
  v(2, 'Future'),
  v(3, 'Stale'),
  v(4, 'BadProof'),
  v(5, 'AncientBirthBlock'),
  v(6, 'ExhaustsResources'),
  v(7, 'Custom', [u8]),
  v(8, 'BadMandatory'),
  v(9, 'MandatoryValidation'),
  v(10, 'BadSigner'),
  v(11, 'IndeterminateImplicit'),
  v(12, 'UnknownOrigin'),
]);

export const UnknownTransaction = enumeration('sp_runtime::transaction_validity::UnknownTransaction', [
  v(0, 'CannotLookup'),
  v(1, 'NoUnsignedValidator'),
  v(2, 'Custom', [u8]),
]);

export const TransactionValidityError = enumeration('sp_runtime::transaction_validity::TransactionValidityError', [
  v(0, 'Invalid', [InvalidTransaction]),
  v(1, 'Unknown', [UnknownTransaction]),
]);

export const TransactionSource = enumeration(
  'sp_runtime::transaction_validity::TransactionSource',
  units('InBlock', 'Local', 'External'),
);

export const ValidTransaction = struct('sp_runtime::transaction_validity::ValidTransaction', {
  priority: as('TransactionPriority', u64),
  requires: vec(TransactionTag),
  provides: vec(TransactionTag),
  longevity: as('TransactionLongevity', u64),
  propagate: bool,
});
