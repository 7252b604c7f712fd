import { homedir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Api } from '../api/index.ts';
import { preparePrivateDir } from '../hosts/data-dir.ts';
import { say } from '../hosts/say.ts';
import { readStaticFiles } from '../hosts/static-files.ts';
import type { Logger } from '../log/index.ts';
import { type AppWindow, openAppWindow } from './app-window.ts';
import { type BootstrapFile, writeBootstrapFile } from './bootstrap-file.ts';
import { findSystemBrowser, hasDisplay } from './find-browser.ts';
import { type LoopbackServer, startLoopbackServer } from './server.ts';
import { GRACE_MS, NONCE_LIFE_MS, Session } from './session.ts';

export interface BrowserHostParts {
  readonly api: Api;
  readonly rendererDir: string;
  readonly dataDir: string;
  readonly noWindow: boolean;
  readonly log: Logger;
  /** The window is gone for good: the app should end. */
  readonly onGone: () => void;
}

const LOOK_EVERY_MS = 500;

/** The browser host: the server, the way in, and the window if there is one. */
export class BrowserHost {
  readonly #parts: BrowserHostParts;
  readonly #session = new Session();
  #server: LoopbackServer | undefined;
  #window: AppWindow | undefined;
  #bootstrap: BootstrapFile | undefined;
  #watch: NodeJS.Timeout | undefined;

  constructor(parts: BrowserHostParts) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    const { api, rendererDir, log, noWindow } = this.#parts;
    const files = await readStaticFiles(rendererDir);
    this.#server = await startLoopbackServer({ api, files, session: this.#session, log });
    const browser = noWindow ? undefined : findSystemBrowser();
    if (browser === undefined || !hasDisplay()) this.#explain(noWindow ? undefined : browser);
    else this.#openWindow(browser);
  }

  async close(): Promise<void> {
    clearInterval(this.#watch);
    this.#bootstrap?.remove();
    await this.#server?.close();
    await this.#window?.close();
  }

  #offer(dir: string): BootstrapFile {
    this.#bootstrap?.remove();
    const file = writeBootstrapFile(dir, this.#server?.origin ?? '', this.#session.offer());
    this.#bootstrap = file;
    return file;
  }

  #openWindow(browser: string): void {
    const dir = preparePrivateDir(runtimeDir(browser, this.#parts.dataDir));
    const window = openAppWindow(browser, this.#offer(dir).url, dir);
    this.#window = window;
    let seen = false;
    this.#watch = setInterval(() => {
      const quietMs = this.#session.quietMs();
      if (quietMs === 0) seen = true;
      if (seen && quietMs > GRACE_MS) this.#parts.onGone();
    }, LOOK_EVERY_MS);
    void window.gone.then((code) => {
      if (seen) {
        if (this.#session.quietMs() > 0) this.#parts.onGone();
        return;
      }
      this.#parts.log.warn('the browser ended before its window spoke to us', { code });
      clearInterval(this.#watch);
      say('The browser could not open a window.');
      this.#explain(browser);
    });
    setTimeout(() => this.#bootstrap?.remove(), NONCE_LIFE_MS).unref();
    say('Soma is open in its own window. Close it to end Soma.');
  }

  /** No window of ours: say how to open one, and make a new way in whenever the person asks. */
  #explain(browser: string | undefined): void {
    const dir = preparePrivateDir(join(this.#parts.dataDir, 'browser'));
    if (!this.#parts.noWindow)
      say(
        browser === undefined
          ? 'No Chromium, Chrome or Edge was found. Install one, or open the address below in another browser of this user.'
          : 'There is no display here. Open the address below in a browser of this user on this machine.',
      );
    say(`Soma is ready: open ${this.#offer(dir).url}`);
    if (!process.stdin.isTTY) return;
    say(`The address works once, for ${NONCE_LIFE_MS / 1000} seconds. Press Enter for a new one, Ctrl+C to end Soma.`);
    createInterface({ input: process.stdin }).on('line', () => say(`Soma is ready: open ${this.#offer(dir).url}`));
  }
}

/** A browser installed as a snap may read neither hidden folders nor /tmp; it has a folder of its own. */
function runtimeDir(browser: string, dataDir: string): string {
  return browser.startsWith('/snap/')
    ? join(homedir(), 'snap', 'chromium', 'common', 'soma')
    : join(dataDir, 'browser');
}
