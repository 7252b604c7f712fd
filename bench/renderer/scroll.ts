import type { Browser, Locator, Page } from '@playwright/test';
import { heapOf, startBrowserHost, urlOf, VIEWPORT, withBrowser } from '../lib/browser.ts';
import { withNetwork } from '../lib/network.ts';
import { withTempDir } from '../lib/places.ts';
import type { Row } from '../lib/row.ts';
import { PASSWORD, withFerdie } from '../lib/vault.ts';
import { plainTable } from './plain-table.ts';
import { type Scroll, scrollThrough } from './scroll-frame.ts';
import { type Scrolls, scrollRows } from './scroll-rows.ts';
import { CATEGORIES, type ScrollWork, workOf } from './scroll-trace.ts';

const RUNS = 5;
/** With the browser's trace, which costs time itself: these tell the work, the others the frames. */
const TRACED_RUNS = 3;
const POSITIONS = 500;
const BLOCK_MS = 1000;

/** Unlocks the app and waits until every position and its exit is known. */
async function openPositions(page: Page, url: string): Promise<Locator> {
  await page.goto(url);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  const rows = page.locator(`table[aria-rowcount="${POSITIONS + 1}"]`);
  await rows.waitFor({ timeout: 60_000 });
  await rows.getByText('Not yet asked').first().waitFor({ state: 'detached', timeout: 60_000 });
  await page.waitForTimeout(3000); // names and the chart arrive after the figures
  return page.locator('section[aria-label="Stake positions"]'); // the card around it has the same name
}

async function openPlain(browser: Browser, like: Locator): Promise<Locator> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  const size = await like.evaluate(({ clientWidth, clientHeight }) => ({ width: clientWidth, height: clientHeight }));
  await page.setContent(plainTable(POSITIONS, size));
  return page.getByRole('region');
}

async function traced(browser: Browser, frame: Locator): Promise<ScrollWork> {
  await browser.startTracing(frame.page(), { categories: [...CATEGORIES] });
  const { frames } = await scrollThrough(frame, 'frame');
  return workOf((await browser.stopTracing()).toString(), frames);
}

/** Frames in turn, so that a busy machine slows all; only the page that is scrolled is in front. */
async function scrollInTurn(browser: Browser, frames: readonly Locator[]): Promise<Scrolls[]> {
  const seen = frames.map((frame) => ({ frame, scrolls: [] as Scroll[], work: [] as ScrollWork[] }));
  for (let run = 0; run < RUNS; run += 1) {
    for (const { frame, scrolls, work } of seen) {
      await frame.page().bringToFront();
      scrolls.push(await scrollThrough(frame, 'clock'));
      if (run < TRACED_RUNS) work.push(await traced(browser, frame));
    }
  }
  return seen.map(({ scrolls, work }) => ({ scrolls, work }));
}

async function measure(browser: Browser, url: string, mine: () => void): Promise<Row[]> {
  const app = await browser.newPage({ viewport: VIEWPORT });
  const frame = await openPositions(app, url);
  const plainFrame = await openPlain(browser, frame);
  const [still, plain] = await scrollInTurn(browser, [frame, plainFrame]);
  const heap = { soma: await heapOf(app), plain: await heapOf(plainFrame.page()) };
  const timer = setInterval(mine, BLOCK_MS);
  try {
    const [moving] = await scrollInTurn(browser, [frame]);
    if (still === undefined || plain === undefined || moving === undefined) throw new Error('nothing was scrolled');
    return scrollRows(POSITIONS, { still, moving, plain, heap });
  } finally {
    clearInterval(timer);
  }
}

/** The table of positions of the built app, from its top to its bottom in four seconds, beside a plain table. */
export function measureScroll(): Promise<Row[]> {
  return withNetwork(
    ({ url, control }) =>
      withTempDir(async (dataDir) => {
        await withFerdie(dataDir, (keys) => keys.lock());
        const host = await startBrowserHost(dataDir, url);
        try {
          return await withBrowser((browser) => measure(browser, urlOf(host), () => control.mine(1)));
        } finally {
          await host.end();
        }
      }),
    { scenario: 'mainnet', manual: true },
  );
}
