import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The reference folder beside the repository; tests may read it, the product never does. */
const REFERENCE = resolve(import.meta.dirname, '../../../shared/chain');

export const CHAIN_SPEC_218 = join(REFERENCE, 'chainspecs/subtensor-218-raw.json');

/** Says so when the snapshots are missing, so that a run without them never passes silently. */
export function hasReference(): boolean {
  if (existsSync(CHAIN_SPEC_218)) return true;
  process.stdout.write('skipped: reference snapshots not present\n');
  return false;
}
