import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Spec versions whose real metadata lies in the reference folder beside the repository. */
export const SNAPSHOT_SPECS = [218, 240, 365, 424] as const;
export type SnapshotSpec = (typeof SNAPSHOT_SPECS)[number];

const folder = fileURLToPath(new URL('../../../../shared/chain/metadata/', import.meta.url));

export const hasSnapshots = existsSync(`${folder}subtensor-424.scale`);
/** Appended to suite names, so that a run without them says so. */
export const SNAPSHOT_NOTE = hasSnapshots ? '' : ' (skipped: reference snapshots not present)';

export function readSnapshot(spec: SnapshotSpec | '218-v14'): Uint8Array {
  return new Uint8Array(readFileSync(`${folder}subtensor-${spec}.scale`));
}
