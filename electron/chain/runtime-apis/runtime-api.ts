import { AppError } from '../../../shared/errors/index.ts';
import type { ReadAt } from '../queries/read-at.ts';

/** Calls a runtime API and decodes its reply by the metadata. @throws AppError chain.capability_missing when absent */
export async function callTyped(at: ReadAt, api: string, method: string, args: Uint8Array): Promise<unknown> {
  const { codec } = at.runtime;
  const output = codec.apiOutput(api, method);
  if (output === undefined) throw new AppError('chain.capability_missing', { api, method });
  return codec.decode(output, await at.stateCall(api, method, args));
}
