import type { DecodedCall } from '../../../chain/port.ts';

/** What every argument of a call must be. `undefined` in the result means: exactly this call, nothing else. */
export interface ExpectedCall {
  readonly pallet: string;
  readonly call: string;
  readonly args: Readonly<Record<string, string | bigint | boolean>>;
}

/** Name of the first thing in which the decoded call is not the expected one; undefined when they agree in all. */
export function differenceFrom(decoded: DecodedCall, expected: ExpectedCall): string | undefined {
  if (decoded.pallet !== expected.pallet || decoded.call !== expected.call) return 'call';
  const names = Object.keys(expected.args);
  if (decoded.args.length !== names.length) return 'arguments';
  for (const [at, name] of names.entries()) {
    const arg = decoded.args.find((one) => one.name === name);
    if (arg === undefined) return names[at] ?? 'arguments';
    if (arg.value !== expected.args[name]) return name;
  }
  return undefined;
}
