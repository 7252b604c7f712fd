import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Coldkey } from '../../shared/units/index.ts';
import { type RealRuntime, startRealRuntime } from '../fixtures/chopsticks.ts';
import { startHost } from '../fixtures/host.ts';
import { type ApiSession, openApi } from './api.ts';
import { CHAIN_SPEC_218 } from './reference.ts';

export const PASSWORD = 'a long password for tests';
/** A seed for these tests alone; its account exists only on a throw-away chain. */
const SEED = `0x${'5a'.repeat(32)}`;

/** The built app on the real runtime, with one account in its vault. */
export interface RealApp {
  readonly chain: RealRuntime;
  readonly session: ApiSession;
  readonly coldkey: Coldkey;
  /** Writes storage by pallet and item and makes a block, so that it is read. */
  setStorage(values: Readonly<Record<string, unknown>>): Promise<void>;
  stop(): Promise<void>;
}

export async function startRealApp(): Promise<RealApp> {
  /** What was started so far, to be ended whatever failed after it. */
  const ends: (() => Promise<void> | void)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of ends.reverse()) await end();
  };
  try {
    const chain = await startRealRuntime(CHAIN_SPEC_218);
    ends.push(() => chain.stop());
    const dataDir = await mkdtemp(join(tmpdir(), 'soma-real-data-'));
    ends.push(() => rm(dataDir, { recursive: true, force: true }));
    const host = await startHost({ dataDir, network: chain.url });
    ends.push(() => host.stop());
    const session = await openApi(host);
    ends.push(() => session.close());
    const account = await session.api.accounts.importSeed({ seed: SEED, label: 'Real runtime', password: PASSWORD });
    return {
      chain,
      session,
      coldkey: account.address,
      setStorage: async (values) => {
        await chain.rpc('dev_setStorage', [values]);
        await chain.rpc('dev_newBlock', [{ count: 1 }]);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
