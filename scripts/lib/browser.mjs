import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { giveUp, ROOT, say } from './root.mjs';
import { run } from './run.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome',
  'msedge',
];
const FIXED_PLACES = /** @type {Record<string, string[]>} */ ({
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const base = process.env[name];
    if (base === undefined) return [];
    return [join(base, 'Google/Chrome/Application/chrome.exe'), join(base, 'Microsoft/Edge/Application/msedge.exe')];
  }),
});

/** A Chromium, Chrome or Edge that is already on this machine. SOMA_BROWSER names one outright. */
export function findBrowser() {
  const named = process.env['SOMA_BROWSER'];
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined;
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((dir) => NAMES.map((name) => join(dir, process.platform === 'win32' ? `${name}.exe` : name)));
  return [...(FIXED_PLACES[process.platform] ?? []), ...onPath].find((path) => existsSync(path));
}

/** Where Playwright keeps its own Chromium, if it has fetched one. */
async function findPlaywrightBrowser() {
  const entry = pathToFileURL(join(ROOT, 'node_modules/@playwright/test/index.mjs')).href;
  /** @type {unknown} */
  const loaded = await import(entry);
  const path = /** @type {{ chromium: { executablePath(): string } }} */ (loaded).chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

async function installDebianChromium() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  say("Installing Debian's chromium for the tests ...");
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { quiet: true, env });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'], {
    quiet: true,
    env,
  });
  return findBrowser();
}

/** For the tests: a Chromium already there, else Playwright's own, else Debian's package when root, else a clear sentence. */
export async function ensureTestBrowser() {
  const present = findBrowser() ?? (await findPlaywrightBrowser());
  if (present !== undefined) return present;
  say('No Chromium found; asking Playwright for its own ...');
  const cli = join(ROOT, 'node_modules/@playwright/test/cli.js');
  const installed = await run(process.execPath, [cli, 'install', 'chromium'], { quiet: true });
  const fetched = installed.code === 0 ? await findPlaywrightBrowser() : undefined;
  return (
    fetched ??
    (await installDebianChromium()) ??
    giveUp(
      'The tests need a Chromium, Chrome or Edge and none could be installed. Install one, or set SOMA_BROWSER to its path, and run npm test again.',
    )
  );
}
