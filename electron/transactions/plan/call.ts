import type { CallSpec, ChainClient } from '../../chain/port.ts';

/** Whether the connected runtime has the call with exactly these arguments. */
export function encodes(chain: ChainClient, call: CallSpec): boolean {
  try {
    chain.encodeCall(call);
    return true;
  } catch {
    return false;
  }
}

/** The one call itself; several (or none) as an atomic batch. @throws AppError chain.capability_missing */
export function encodeTogether(chain: ChainClient, calls: readonly CallSpec[]): Uint8Array {
  const [only] = calls;
  if (only !== undefined && calls.length === 1) return chain.encodeCall(only);
  return chain.encodeCall({ pallet: 'Utility', call: 'batch_all', args: { calls } });
}
