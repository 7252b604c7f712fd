import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { type StartedProcess, startAndWait } from './child.ts';
import { browserPath, root } from './places.ts';

const READY = /ready: open (\S+)/u;

/** The size every page of the bench is measured at, px. */
export const VIEWPORT = { width: 1280, height: 800 };

/** Runs `work` with the test browser; it is closed afterwards. */
export async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: browserPath(), args: sandbox });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** The address a server printed once it stood open. */
export const urlOf = ({ line }: StartedProcess): string => READY.exec(line)?.[1] ?? '';

/** Starts the built app's browser host on `network`; it is ready when this returns. */
export function startBrowserHost(dataDir: string, network: string): Promise<StartedProcess> {
  const args = ['--no-window', '--data-dir', dataDir, '--network', network];
  return startAndWait(join(root(), 'dist/electron/loopback.js'), args, (line) => READY.test(line));
}

/** Bytes of JavaScript objects in the page after a garbage collection. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
}
