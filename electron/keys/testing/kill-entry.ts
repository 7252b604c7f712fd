import { openVault, sealVault } from '../vault/seal.ts';
import { VaultStore } from '../vault/store.ts';
import { thisWorld } from '../worker/boot.ts';
import { faultFs } from './fault-fs.ts';
import { KEY, sampleContent } from './samples.ts';

/**
 * Test only: writes vault generations until it is killed. With a second argument it kills itself, without any chance
 * to clean up, just before that system call of its first write.
 */
const [dir = '', dieAt] = process.argv.slice(2);
let isArmed = false;
let seen = 0;
const fs = faultFs(() => {
  if (!isArmed || dieAt === undefined) return;
  seen += 1;
  if (seen > Number(dieAt)) process.kill(process.pid, 'SIGKILL');
});
const store = new VaultStore(fs, dir, thisWorld());
store.read();
isArmed = true;
process.send?.('ready');
for (let round = 0; round < 10_000; round += 1) {
  const disk = store.read();
  const generation = disk.status === 'ok' ? disk.vault.header.generation + 1 : 1;
  await store.write(sealVault(sampleContent((generation % 200) + 1), KEY), {
    replaces: disk.status === 'ok' ? disk.vault.checksum : undefined,
    verify: (vault) => openVault(vault, KEY) !== undefined,
    previous: round % 3 === 0 ? 'refresh' : 'keep',
  });
  if (dieAt !== undefined) break;
}
process.exit(0);
