import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { heapOf, startBrowserHost, urlOf, VIEWPORT, withBrowser } from '../lib/browser.ts';
import { startAndWait } from '../lib/child.ts';
import { withNetwork } from '../lib/network.ts';
import { builtScript, withTempDir } from '../lib/places.ts';
import type { Row } from '../lib/row.ts';
import { median } from '../lib/stats.ts';
import { PASSWORD, withAlice } from '../lib/vault.ts';

const RUNS = 5;
const MIB = 1024 ** 2;

/** Milliseconds since the process began, and bytes once the portfolio stood on the screen. */
interface Run {
  readonly ready: number;
  readonly firstPaint: number;
  readonly portfolio: number;
  readonly rss: number;
  readonly heap: number;
}

/** Epoch milliseconds of the first paint that shows anything. */
function firstPaintOf(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const seen = (): number | undefined => performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
    while (seen() === undefined) await new Promise((frame) => requestAnimationFrame(frame));
    return performance.timeOrigin + (seen() ?? Number.NaN);
  });
}

/** Epoch milliseconds of the first frame after `text` stood in the page. */
async function paintedWith(page: Page, text: RegExp): Promise<number> {
  await page.waitForFunction((source) => new RegExp(source, 'u').test(document.body.innerText), text.source);
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        requestAnimationFrame(() => requestAnimationFrame((at) => done(performance.timeOrigin + at)));
      }),
  );
}

/** Resident bytes of another process. Only Linux tells them this way; 0 elsewhere. */
async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+) kB/u.exec(status)?.[1] ?? 0) * 1024;
}

async function runSoma(browser: Browser, url: string, dataDir: string): Promise<Run> {
  const host = await startBrowserHost(dataDir, url);
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    const page = await context.newPage();
    await page.goto(urlOf(host));
    const firstPaint = await firstPaintOf(page);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    const portfolio = await paintedWith(page, /Staked, at spot price\s+[\d,]+/u);
    const since = host.startedAtMs;
    return {
      ready: host.elapsedMs,
      firstPaint: firstPaint - since,
      portfolio: portfolio - since,
      rss: await residentBytes(host.child.pid ?? 0),
      heap: await heapOf(page),
    };
  } finally {
    await context.close();
    await host.end();
  }
}

async function runBare(browser: Browser): Promise<number> {
  const server = await startAndWait(builtScript('startup/bare-page.mjs'), []);
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    const page = await context.newPage();
    await page.goto(urlOf(server));
    return (await firstPaintOf(page)) - server.startedAtMs;
  } finally {
    await context.close();
    await server.end();
  }
}

/** The browser host from process start: first paint (the locked screen), and the portfolio after unlocking without delay. */
export function measurePainted(): Promise<Row[]> {
  return withNetwork(({ url }) =>
    withTempDir(async (dataDir) => {
      await withAlice(dataDir, (keys) => keys.lock());
      const runs: Run[] = [];
      const bare: number[] = [];
      await withBrowser(async (browser) => {
        await runSoma(browser, url, dataDir); // fills the metadata cache; not counted
        for (let run = 0; run < RUNS; run += 1) {
          runs.push(await runSoma(browser, url, dataDir));
          bare.push(await runBare(browser));
        }
      });
      const of = (field: keyof Run): number => median(runs.map((run) => run[field]));
      const page = { name: 'page of one word', value: median(bare) };
      return [
        { name: 'process start to an open door, browser host', value: of('ready'), unit: 'ms' },
        { name: 'process start to first paint, browser host', value: of('firstPaint'), unit: 'ms', baseline: page },
        { name: 'process start to painted portfolio, unlock included', value: of('portfolio'), unit: 'ms' },
        {
          name: `memory of main with a portfolio (RSS${of('rss') === 0 ? ', not known here' : ''})`,
          value: of('rss') / MIB,
          unit: 'MiB',
        },
        { name: 'JavaScript heap of the window with a portfolio', value: of('heap') / MIB, unit: 'MiB' },
      ];
    }),
  );
}
