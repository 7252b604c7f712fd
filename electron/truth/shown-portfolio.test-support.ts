import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Portfolio } from '../../shared/contract/index.ts';
import type { Coldkey } from '../../shared/units/index.ts';
import { createPortfolio } from '../portfolio/index.ts';
import { createCatalog } from '../staking/index.ts';
import { openStore } from '../store/index.ts';
import type { Lab } from './lab.test-support.ts';

export interface Shown {
  /** The newest portfolio that fits, as soon as there is one. */
  until(fits: (portfolio: Portfolio) => boolean): Promise<Portfolio>;
  close(): void;
}

/** The portfolio service over the lab's client and a store of its own, watched as the window does. */
export function watchPortfolio({ chain }: Lab, coldkeys: readonly Coldkey[]): Shown {
  const dataDir = mkdtempSync(join(tmpdir(), 'soma-truth-store-'));
  const store = openStore({ dataDir });
  const service = createPortfolio({
    chain: () => chain,
    coldkeys: () => coldkeys,
    onAccountsChange: () => () => undefined,
    catalog: createCatalog({ chain: () => chain }),
    samples: store.samples,
    now: () => Date.now(),
    log: { warn: () => undefined },
  });
  let newest: Portfolio | undefined;
  const waiting = new Set<() => void>();
  service.watch({
    next: (portfolio) => {
      newest = portfolio;
      for (const look of [...waiting]) look();
    },
    fail: (error) => {
      throw error;
    },
  });
  return {
    until: (fits) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (newest === undefined || !fits(newest)) return;
          waiting.delete(look);
          resolve(newest);
        };
        waiting.add(look);
        look();
      }),
    close: () => {
      service.close();
      store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The service's first portfolio of these accounts. */
export async function shownPortfolio(lab: Lab, coldkeys: readonly Coldkey[]): Promise<Portfolio> {
  const shown = watchPortfolio(lab, coldkeys);
  try {
    return await shown.until(() => true);
  } finally {
    shown.close();
  }
}
