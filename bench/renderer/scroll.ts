import type { Browser, Locator, Page } from '@playwright/test';
import { heapOf, startBrowserHost, urlOf, VIEWPORT, withBrowser } from '../lib/browser.ts';
import { withNetwork } from '../lib/network.ts';
import { withTempDir } from '../lib/places.ts';
import type { Row } from '../lib/row.ts';
import { median } from '../lib/stats.ts';
import { PASSWORD, withFerdie } from '../lib/vault.ts';
import { plainTable } from './plain-table.ts';
import { type Scroll, scrollThrough } from './scroll-frame.ts';

const RUNS = 5;
const POSITIONS = 500;
const BLOCK_MS = 1000;
const MIB = 1024 ** 2;

interface Measured {
  readonly still: readonly Scroll[];
  readonly moving: readonly Scroll[];
  readonly plain: readonly Scroll[];
  /** Bytes after the scrolls. */
  readonly heap: number;
  readonly plainHeap: number;
}

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

async function openPlain(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  await page.setContent(plainTable(POSITIONS));
  return page;
}

/** In turn, so that a busy machine slows both. Only the page that is scrolled is in front. */
async function measure(browser: Browser, app: Page, frame: Locator, mine: () => void): Promise<Measured> {
  const plainPage = await openPlain(browser);
  const [still, moving, plain]: [Scroll[], Scroll[], Scroll[]] = [[], [], []];
  for (let run = 0; run < RUNS; run += 1) {
    await app.bringToFront();
    still.push(await scrollThrough(frame));
    await plainPage.bringToFront();
    plain.push(await scrollThrough(plainPage.getByRole('region')));
  }
  await app.bringToFront();
  const heap = await heapOf(app);
  const timer = setInterval(mine, BLOCK_MS);
  try {
    for (let run = 0; run < RUNS; run += 1) moving.push(await scrollThrough(frame));
  } finally {
    clearInterval(timer);
  }
  return { still, moving, plain, heap, plainHeap: await heapOf(plainPage) };
}

function rowsOf({ still, moving, plain, heap, plainHeap }: Measured): Row[] {
  const name = 'plain table of as many rows';
  const of = (scrolls: readonly Scroll[], field: keyof Scroll): number =>
    median(scrolls.map((scroll) => scroll[field]));
  const three = (what: string, scrolls: readonly Scroll[]): Row[] => [
    {
      name: `${what}: frames`,
      value: of(scrolls, 'framesPerSecond'),
      unit: 'frames/s',
      baseline: { name, value: of(plain, 'framesPerSecond') },
      ratio: of(scrolls, 'framesPerSecond') / of(plain, 'framesPerSecond'),
      target: '60',
    },
    {
      name: `${what}: tasks of 50 ms or more`,
      value: of(scrolls, 'longTasks'),
      unit: 'tasks',
      baseline: { name, value: of(plain, 'longTasks') },
      target: 'none',
    },
    {
      name: `${what}: longest of them (0: none)`,
      value: of(scrolls, 'longest'),
      unit: 'ms',
      baseline: { name, value: of(plain, 'longest') },
      target: '<= 50',
    },
  ];
  return [
    ...three(`scroll of ${POSITIONS} positions, no new block`, still),
    ...three(`scroll of ${POSITIONS} positions, a block each second`, moving),
    {
      name: `JavaScript heap of the window after the scrolls`,
      value: heap / MIB,
      unit: 'MiB',
      baseline: { name, value: plainHeap / MIB },
      ratio: heap / plainHeap,
    },
  ];
}

/** The table of positions of the built app, from its top to its bottom in four seconds, beside a plain table. */
export function measureScroll(): Promise<Row[]> {
  return withNetwork(
    ({ url, control }) =>
      withTempDir(async (dataDir) => {
        await withFerdie(dataDir, (keys) => keys.lock());
        const host = await startBrowserHost(dataDir, url);
        try {
          return await withBrowser(async (browser) => {
            const app = await browser.newPage({ viewport: VIEWPORT });
            const frame = await openPositions(app, urlOf(host));
            return rowsOf(await measure(browser, app, frame, () => control.mine(1)));
          });
        } finally {
          await host.end();
        }
      }),
    { scenario: 'mainnet', manual: true },
  );
}
