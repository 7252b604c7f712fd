import { join } from 'node:path';
import { type Keys, nodeLauncher, openKeys } from '../../electron/keys/index.ts';
import { root } from './places.ts';

/** The development phrase with //Alice: known to everybody, practice money only. */
const ALICE_SEED = '0xe5be9a5092b81bca64be81d212e7f2f9eba183bb7a90954f7b76361f6edb5c0a';
/** //Ferdie of the same phrase: on `mainnet` the account with 500 positions. */
const FERDIE_SEED = '0x42438b7883391c05512a938e36c2df0131e088b3756d6aa7a755fbff19d2f842';
export const PASSWORD = 'correct horse battery staple';

export function openBuiltKeys(dataDir: string): Keys {
  const workerPath = join(root(), 'dist/electron/key-worker.js');
  return openKeys({ dataDir, launchWorker: nodeLauncher({ workerPath }) });
}

async function withSeed<T>(
  dataDir: string,
  { seed, label }: { readonly seed: string; readonly label: string },
  work: (keys: Keys) => Promise<T>,
): Promise<T> {
  const keys = openBuiltKeys(dataDir);
  try {
    await keys.importSeed({ seed, label, password: PASSWORD });
    return await work(keys);
  } finally {
    await keys.close();
  }
}

/** Runs `work` with keys that hold //Alice. The vault is new and unlocked. */
export function withAlice<T>(dataDir: string, work: (keys: Keys) => Promise<T>): Promise<T> {
  return withSeed(dataDir, { seed: ALICE_SEED, label: 'Alice' }, work);
}

/** Runs `work` with keys that hold //Ferdie. The vault is new and unlocked. */
export function withFerdie<T>(dataDir: string, work: (keys: Keys) => Promise<T>): Promise<T> {
  return withSeed(dataDir, { seed: FERDIE_SEED, label: 'Ferdie' }, work);
}
