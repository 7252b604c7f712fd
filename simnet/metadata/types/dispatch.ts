import { result } from '../language/generic.ts';
import { array, as, enumeration, struct, u8, unit, units, v } from '../language/type.ts';
import { Weight } from './number.ts';

export const ModuleError = struct('sp_runtime::ModuleError', {
  index: u8,
  error: as('[u8; MAX_MODULE_ERROR_ENCODED_SIZE]', array(u8, 4)),
});

export const TokenError = enumeration(
  'sp_runtime::TokenError',
  units(
    'FundsUnavailable',
    'OnlyProvider',
    'BelowMinimum',
    'CannotCreate',
    'UnknownAsset',
    'Frozen',
    'Unsupported',
    'CannotCreateHold',
    'NotExpendable',
    'Blocked',
  ),
);

export const ArithmeticError = enumeration(
  'sp_arithmetic::ArithmeticError',
  units('Underflow', 'Overflow', 'DivisionByZero'),
);

export const TransactionalError = enumeration('sp_runtime::TransactionalError', units('LimitReached', 'NoLayer'));

export const TrieError = enumeration(
  'sp_runtime::proving_trie::TrieError',
  units(
    'InvalidStateRoot',
    'IncompleteDatabase',
    'ValueAtIncompleteKey',
    'DecoderError',
    'InvalidHash',
    'DuplicateKey',
    'ExtraneousNode',
    'ExtraneousValue',
    'ExtraneousHashReference',
    'InvalidChildReference',
    'ValueMismatch',
    'IncompleteProof',
    'RootMismatch',
    'DecodeError',
  ),
);

export const DispatchError = enumeration('sp_runtime::DispatchError', [
  v(0, 'Other'),
  v(1, 'CannotLookup'),
  v(2, 'BadOrigin'),
  v(3, 'Module', [ModuleError]),
  v(4, 'ConsumerRemaining'),
  v(5, 'NoProviders'),
  v(6, 'TooManyConsumers'),
  v(7, 'Token', [TokenError]),
  v(8, 'Arithmetic', [ArithmeticError]),
  v(9, 'Transactional', [TransactionalError]),
  v(10, 'Exhausted'),
  v(11, 'Corruption'),
  v(12, 'Unavailable'),
  v(13, 'RootNotAllowed'),
  v(14, 'Trie', [TrieError]),
]);

export const DispatchResult = as('DispatchResult', result(unit, DispatchError));

export const DispatchClass = enumeration(
  'frame_support::dispatch::DispatchClass',
  units('Normal', 'Operational', 'Mandatory'),
);

export const Pays = enumeration('frame_support::dispatch::Pays', units('Yes', 'No'));

export const DispatchEventInfo = struct('frame_system::DispatchEventInfo', {
  weight: Weight,
  class: DispatchClass,
  pays_fee: Pays,
});
