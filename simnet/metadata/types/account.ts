import { array, as, compact, enumeration, struct, u8, unit, v, vec } from '../language/type.ts';

export const AccountId32 = struct('sp_core::crypto::AccountId32', [array(u8, 32)]);

export const TAccountId = as('T::AccountId', AccountId32);

export const AccountId = as('AccountId', AccountId32);

export const H256 = struct('primitive_types::H256', [array(u8, 32)]);

export const THash = as('T::Hash', H256);

export const MultiAddress = enumeration(
  'sp_runtime::multiaddress::MultiAddress',
  [
    v(0, 'Id', [AccountId]),
    v(1, 'Index', [as('AccountIndex', compact(unit))]),
    v(2, 'Raw', [vec(u8)]),
    v(3, 'Address32', [array(u8, 32)]),
    v(4, 'Address20', [array(u8, 20)]),
  ],
  { AccountId: AccountId32, AccountIndex: unit },
);

export const AccountIdLookupOfT = as('AccountIdLookupOf<T>', MultiAddress);

export const HashOutput = as('Hash::Output', H256);

export const MultiSignature = enumeration('sp_runtime::MultiSignature', [
  v(0, 'Ed25519', [as('ed25519::Signature', array(u8, 64))]),
  v(1, 'Sr25519', [as('sr25519::Signature', array(u8, 64))]),
  v(2, 'Ecdsa', [as('ecdsa::Signature', array(u8, 65))]),
]);

export const H160 = struct('primitive_types::H160', [array(u8, 20)]);
