import type { Runtime, State } from '../runtime/port.ts';

const NUMBER_KEY = 'aa';

/** The least that is a runtime: it writes its height into state, takes any bytes and has nothing to say. */
export function tinyRuntime(): Runtime {
  return {
    version: {
      specName: 'tiny',
      implName: 'tiny',
      authoringVersion: 1,
      specVersion: 1,
      implVersion: 1,
      transactionVersion: 1,
      stateVersion: 1,
      apis: [],
    },
    metadata: () => undefined,
    metadataVersions: () => [],
    validate: (_state, extrinsic) => ({
      ok: true,
      priority: 1n,
      requires: [],
      provides: [Buffer.from(extrinsic).toString('hex')],
      longevity: 64n,
      propagate: true,
    }),
    initializeBlock: (state: State, context) => state.set(NUMBER_KEY, Uint8Array.of(context.blockNumber)),
    inherents: (context) => [Uint8Array.of(8, 4, Number(context.timestampMs % 251n))],
    applyExtrinsic: () => ({ included: true }),
    finalizeBlock: () => undefined,
    call: () => new Uint8Array(),
  };
}

/** What the tiny runtime wrote into a block's state. */
export function heightIn(state: { get(key: string): Uint8Array | undefined }): number | undefined {
  return state.get(NUMBER_KEY)?.[0];
}
