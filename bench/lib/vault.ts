import { join } from 'node:path';
import { type Keys, nodeLauncher, openKeys } from '../../electron/keys/index.ts';
import { root } from './places.ts';

/** The development phrase with //Alice: known to everybody, practice money only. */
const ALICE_SEED = '0xe5be9a5092b81bca64be81d212e7f2f9eba183bb7a90954f7b76361f6edb5c0a';
export const PASSWORD = 'correct horse battery staple';

export function openBuiltKeys(dataDir: string): Keys {
  const workerPath = join(root(), 'dist/electron/key-worker.js');
  return openKeys({ dataDir, launchWorker: nodeLauncher({ workerPath }) });
}

/** Runs `work` with keys that hold //Alice. The vault is new and unlocked. */
export async function withAlice<T>(dataDir: string, work: (keys: Keys) => Promise<T>): Promise<T> {
  const keys = openBuiltKeys(dataDir);
  try {
    await keys.importSeed({ seed: ALICE_SEED, label: 'Alice', password: PASSWORD });
    return await work(keys);
  } finally {
    await keys.close();
  }
}
