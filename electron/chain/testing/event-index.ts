import { decAnyMetadata, unifyMetadata } from '@polkadot-api/substrate-bindings';
import { readSnapshot } from './snapshots.ts';

/** Pallet and event index of spec 424, read from the snapshot and not through the decoder under test. */
export function eventIndexes(pallet: string, name: string): readonly [number, number] {
  const { pallets, lookup } = unifyMetadata(decAnyMetadata(readSnapshot(424)));
  const found = pallets.find((one) => one.name === pallet);
  const def = lookup.find((type) => type.id === found?.events?.type)?.def;
  const event = def?.tag === 'variant' ? def.value.find((one) => one.name === name) : undefined;
  if (found === undefined || event === undefined) throw new Error(`no event ${pallet}.${name}`);
  return [found.index, event.index];
}
