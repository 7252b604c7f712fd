import { foreignEncoder } from './foreign-encoder.ts';
import type { Harness } from './harness.ts';
import type { SnapshotSpec } from './snapshots.ts';

/** A chain of one release with values another library encoded. */
export async function chainOf(harness: Harness, spec: SnapshotSpec) {
  const chain = await harness.chain(spec);
  const encoder = foreignEncoder(spec);
  const put = (item: string, keys: readonly Uint8Array[], value: unknown): void => {
    const entry = chain.codec.storage('SubtensorModule', item);
    if (entry === undefined) throw new Error(`spec ${spec} has no ${item}`);
    chain.storage.set(entry.key(...keys), encoder.stored(item, value));
  };
  return { chain, encoder, put, client: harness.client([chain.url]) };
}
