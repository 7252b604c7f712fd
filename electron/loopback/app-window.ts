import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Arguments of the app window. The profile is ours alone, and the browser talks to nobody on its own account. */
export function browserArguments(bootstrapUrl: string, profileDir: string, isRoot: boolean): string[] {
  return [
    `--app=${bootstrapUrl}`,
    `--user-data-dir=${profileDir}`,
    '--window-size=1280,840',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-extensions',
    '--disable-component-extensions-with-background-pages',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-sync',
    '--disable-breakpad',
    '--disable-domain-reliability',
    '--disable-client-side-phishing-detection',
    '--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication,InterestFeedContentSuggestions',
    '--metrics-recording-only',
    '--no-pings',
    '--no-service-autorun',
    '--password-store=basic',
    '--use-mock-keychain',
    // Chromium refuses its sandbox to root, and only there do we do without it
    ...(isRoot ? ['--no-sandbox'] : []),
  ];
}

export interface AppWindow {
  /** Resolves when the browser is gone, with its exit code if it ever ran. */
  readonly gone: Promise<number | undefined>;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}

const BROWSER_ENDS_WITHIN_MS = 3000;

/** Opens the page in an app window of `browser` with a fresh profile, which goes with it. */
export function openAppWindow(browser: string, bootstrapUrl: string, dir: string): AppWindow {
  const profileDir = join(dir, 'profile');
  rmSync(profileDir, { recursive: true, force: true });
  mkdirSync(profileDir, { recursive: true, mode: 0o700 });
  const { NODE_OPTIONS: _options, ...env } = process.env;
  const child: ChildProcess = spawn(browser, browserArguments(bootstrapUrl, profileDir, process.getuid?.() === 0), {
    stdio: 'ignore',
    env,
  });
  const gone = new Promise<number | undefined>((resolve) => {
    child.once('error', () => resolve(undefined));
    child.once('exit', (code) => resolve(code ?? 0));
  });
  const cleanUp = (): void => rmSync(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  return {
    gone,
    close: async () => {
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), BROWSER_ENDS_WITHIN_MS);
      await gone;
      clearTimeout(force);
      try {
        cleanUp();
      } catch {
        // a helper of the browser that is still writing keeps the folder; the next start removes it
      }
    },
  };
}
