import { decAnyMetadata, type UnifiedMetadata, unifyMetadata } from '@polkadot-api/substrate-bindings';
import { describe, expect, it } from 'vitest';
import { buildMetadata, METADATA_VERSIONS } from '../metadata/index.ts';
import { answeredMethods } from './apis/index.ts';
import { executedCalls } from './calls/dispatch.ts';

// Whoever probes the metadata for a capability must find what the chain can do, and nothing else.

function callsOf(metadata: UnifiedMetadata): string[] {
  return metadata.pallets.flatMap((pallet) => {
    const def = pallet.calls && metadata.lookup[pallet.calls.type]?.def;
    return def?.tag === 'variant' ? def.value.map((call) => `${pallet.name}.${call.name}`) : [];
  });
}

function methodsOf(metadata: UnifiedMetadata): string[] {
  return metadata.apis.flatMap((api) => api.methods.map((method) => `${api.name}_${method.name}`));
}

const EDITIONS = ['mainnet', 'baskets'] as const;
const CASES = EDITIONS.flatMap((edition) => METADATA_VERSIONS.map((version) => ({ edition, version })));

describe.each(CASES)('metadata V$version of edition $edition', ({ edition, version }) => {
  const metadata = unifyMetadata(decAnyMetadata(buildMetadata(version, edition)));

  it('describes exactly the calls the runtime executes', () => {
    expect(callsOf(metadata).sort()).toEqual([...executedCalls(edition)].sort());
    expect(executedCalls(edition).length).toBeGreaterThan(40);
  });

  it.skipIf(version === 14)('describes exactly the runtime APIs the runtime answers', () => {
    expect(methodsOf(metadata).sort()).toEqual([...answeredMethods(edition)].sort());
  });
});
