import { randomBytes } from 'node:crypto';
import { Keyring } from '@polkadot/keyring';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { ALICE } from '../lib/network.ts';
import { withTempDir } from '../lib/places.ts';
import type { Row } from '../lib/row.ts';
import { inTurn } from '../lib/stats.ts';
import { PASSWORD, withAlice } from '../lib/vault.ts';

const RUNS = 7;
const PAYLOAD_BYTES = 200;

async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** One approval: the key worker checks the password (scrypt), opens the key and signs. The baseline only signs. */
export async function measureSigning(): Promise<Row[]> {
  await cryptoWaitReady();
  const pair = new Keyring({ type: 'sr25519' }).addFromUri('//Alice');
  const { a, b } = await withTempDir((dataDir) =>
    withAlice(dataDir, (keys) =>
      inTurn(
        RUNS,
        () => timed(() => keys.sign({ address: ALICE, payload: randomBytes(PAYLOAD_BYTES), password: PASSWORD })),
        () => timed(() => pair.sign(randomBytes(PAYLOAD_BYTES))),
      ),
    ),
  );
  return [
    {
      name: 'signature through the key worker, password check included',
      value: a,
      unit: 'ms',
      baseline: { name: 'sr25519 in process', value: b },
    },
  ];
}
