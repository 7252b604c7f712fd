import type { Coldkey } from '../../../shared/units/index.ts';
import { chainText, recordOf } from '../scale/plain.ts';
import type { ReadAt } from './read-at.ts';
import { keyBytes } from './storage-entry.ts';

const NAME_BYTES = 256;

/** Untrusted names by owner coldkey, from IdentitiesV2 or, before it, Identities. */
export async function getIdentityNames(at: ReadAt, owners: readonly Coldkey[]): Promise<ReadonlyMap<Coldkey, string>> {
  const { codec } = at.runtime;
  const entry = codec.storage('SubtensorModule', 'IdentitiesV2') ?? codec.storage('SubtensorModule', 'Identities');
  if (entry === undefined) return new Map();
  const values = await at.storage(owners.map((owner) => entry.key(keyBytes(owner))));
  return new Map(
    owners.flatMap((owner, index) => {
      const identity = entry.decode(values[index] ?? null);
      const name = identity === undefined ? '' : chainText(recordOf(identity)['name'], NAME_BYTES);
      return name === '' ? [] : [[owner, name] as const];
    }),
  );
}
