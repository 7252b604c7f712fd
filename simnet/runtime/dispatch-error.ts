import { errorLocation } from './codecs.ts';

export type TokenErrorName =
  | 'FundsUnavailable'
  | 'OnlyProvider'
  | 'BelowMinimum'
  | 'CannotCreate'
  | 'Frozen'
  | 'NotExpendable';
export type ArithmeticErrorName = 'Underflow' | 'Overflow' | 'DivisionByZero';

/** DispatchError as the codec has it; the variants this runtime produces. */
export type DispatchError =
  | { readonly type: 'Module'; readonly value: { readonly index: number; readonly error: string } }
  | { readonly type: 'Token'; readonly value: { readonly type: TokenErrorName; readonly value: undefined } }
  | { readonly type: 'Arithmetic'; readonly value: { readonly type: ArithmeticErrorName; readonly value: undefined } }
  | { readonly type: 'CannotLookup' | 'BadOrigin' | 'RootNotAllowed'; readonly value: undefined };

/** A call failed in a way the chain reports: its changes are undone, its fee is kept. */
export class DispatchFailure extends Error {
  readonly dispatchError: DispatchError;
  /** Short name for logs and tests, e.g. `SubtensorModule.AmountTooLow`. */
  readonly label: string;

  constructor(dispatchError: DispatchError, label: string) {
    super(label);
    this.name = 'DispatchFailure';
    this.dispatchError = dispatchError;
    this.label = label;
  }
}

/** @throws Error when the metadata knows no such error. */
export function moduleFailure(pallet: string, name: string): DispatchFailure {
  const { index, error } = errorLocation(pallet, name);
  const value = { index, error: `0x${error.toString(16).padStart(2, '0')}000000` };
  return new DispatchFailure({ type: 'Module', value }, `${pallet}.${name}`);
}

export function subtensorFailure(name: string): DispatchFailure {
  return moduleFailure('SubtensorModule', name);
}

export function tokenFailure(name: TokenErrorName): DispatchFailure {
  return new DispatchFailure({ type: 'Token', value: { type: name, value: undefined } }, `Token.${name}`);
}

export function arithmeticFailure(name: ArithmeticErrorName): DispatchFailure {
  return new DispatchFailure({ type: 'Arithmetic', value: { type: name, value: undefined } }, `Arithmetic.${name}`);
}

export function plainFailure(type: 'CannotLookup' | 'BadOrigin' | 'RootNotAllowed'): DispatchFailure {
  return new DispatchFailure({ type, value: undefined }, type);
}

/** Throws `failure()` unless the condition holds. */
export function ensure(condition: boolean, failure: () => DispatchFailure): asserts condition {
  if (!condition) throw failure();
}
