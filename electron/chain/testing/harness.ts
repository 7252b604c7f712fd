import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenChainOptions, type OpenedChain, openChain } from '../index.ts';
import type { ChainStatus } from '../port.ts';
import { FakeChain } from './fake-chain.ts';
import { FakeNode } from './fake-node.ts';
import type { SnapshotSpec } from './snapshots.ts';

/** Deadlines no busy machine misses; tests about deadlines set their own. Retries are quick. */
const QUICK = { callDeadlineMs: 30_000, connectDeadlineMs: 30_000, backoffFirstMs: 20, backoffMaxMs: 100 };

/** Everything one test opened, to be closed after it. */
export class Harness {
  readonly cacheDir = mkdtempSync(join(tmpdir(), 'soma-chain-'));
  readonly #close: (() => Promise<void>)[] = [];

  async chain(spec: SnapshotSpec = 424): Promise<FakeChain> {
    const chain = await FakeChain.start(spec);
    this.#close.push(() => chain.stop());
    return chain;
  }

  async node(): Promise<FakeNode> {
    const node = await FakeNode.start();
    this.#close.push(() => node.stop());
    return node;
  }

  client(endpoints: readonly string[], options: Partial<OpenChainOptions> = {}): OpenedChain {
    const { tuning, ...rest } = options;
    const client = openChain({
      network: { id: 'local' },
      endpoints,
      cacheDir: this.cacheDir,
      tuning: { ...QUICK, ...tuning },
      ...rest,
    });
    this.#close.unshift(() => client.close());
    return client;
  }

  async cleanUp(): Promise<void> {
    for (const close of this.#close) await close();
    rmSync(this.cacheDir, { recursive: true, force: true });
  }
}

/** Resolves with the first status that satisfies the condition, the present one included. */
export function untilStatus(client: OpenedChain, is: (status: ChainStatus) => boolean): Promise<ChainStatus> {
  const now = client.status();
  if (is(now)) return Promise.resolve(now);
  return new Promise((resolve) => {
    const stop = client.watchStatus((status) => {
      if (!is(status)) return;
      stop();
      resolve(status);
    });
  });
}
