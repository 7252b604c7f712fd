import type { DecodedCallView } from '../../../shared/contract/index.ts';
import { AppError } from '../../../shared/errors/index.ts';
import type { DecodedArg, DecodedCall } from '../../chain/port.ts';

/** Caps of the contract. What does not fit is refused rather than shown in part. */
const MAX_VALUE = 65_536;
const MAX_CALLS = 128;

function isCall(value: unknown): value is DecodedCall {
  return typeof value === 'object' && value !== null && 'pallet' in value && 'call' in value && 'args' in value;
}

/** Decoded plain data as exact text: base units in full, absent values as `none`. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'bigint' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  return JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? item.toString() : item));
}

function viewOfArg({ name, type, value }: DecodedArg): DecodedCallView['args'][number] {
  const calls = isCall(value) ? [value] : Array.isArray(value) && value.length > 0 && value.every(isCall) ? value : [];
  const text = calls.length > 0 ? '' : valueText(value);
  if (text.length > MAX_VALUE || calls.length > MAX_CALLS) throw new AppError('tx.review_mismatch', { field: name });
  return {
    name,
    type: type.slice(0, 1024),
    value: text,
    ...(calls.length === 0 ? {} : { calls: calls.map(viewOfCall) }),
  };
}

/** A call decoded from bytes, as the person will read it. @throws AppError tx.review_mismatch when it cannot be shown whole */
export function viewOfCall({ pallet, call, args }: DecodedCall): DecodedCallView {
  return { pallet, call, args: args.map(viewOfArg) };
}
