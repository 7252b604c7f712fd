import { isDeepStrictEqual } from 'node:util';
import type { DecodedCall } from '../../../chain/port.ts';

/** What every argument of a call must be, as the decoder shows it: integers as bigint, variants as `{type, value}`. */
export interface ExpectedCall {
  readonly pallet: string;
  readonly call: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** Name of the first thing in which the decoded call is not the expected one; undefined when they agree in all. */
export function differenceFrom(decoded: DecodedCall, expected: ExpectedCall): string | undefined {
  if (decoded.pallet !== expected.pallet || decoded.call !== expected.call) return 'call';
  const names = Object.keys(expected.args);
  if (decoded.args.length !== names.length) return 'arguments';
  for (const name of names) {
    const arg = decoded.args.find((one) => one.name === name);
    if (arg === undefined || !isDeepStrictEqual(arg.value, expected.args[name])) return name;
  }
  return undefined;
}

export const subtensor = (call: string, args: ExpectedCall['args']): ExpectedCall => ({
  pallet: 'SubtensorModule',
  call,
  args,
});
