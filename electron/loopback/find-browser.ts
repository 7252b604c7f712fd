import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chrome',
  'msedge',
];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const WINDOWS_APPS = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
const WINDOWS_ROOTS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];

/** This system's Chromium, Chrome or Edge. SOMA_BROWSER names one outright. */
export function findSystemBrowser(
  platform: NodeJS.Platform = process.platform,
  env: Environment = process.env,
  exists: (path: string) => boolean = existsSync,
): string | undefined {
  const named = env['SOMA_BROWSER'];
  if (named !== undefined && named !== '') return exists(named) ? named : undefined;
  return candidates(platform, env).find((path) => exists(path));
}

function candidates(platform: NodeJS.Platform, env: Environment): string[] {
  if (platform === 'darwin') return MAC_APPS;
  if (platform === 'win32') {
    return WINDOWS_ROOTS.flatMap((name) => {
      const base = env[name];
      return base === undefined ? [] : WINDOWS_APPS.map((app) => join(base, app));
    });
  }
  return (env['PATH'] ?? '')
    .split(delimiter)
    .filter((dir) => dir.startsWith('/'))
    .flatMap((dir) => NAMES.map((name) => join(dir, name)));
}

/** Whether a window could appear at all. */
export function hasDisplay(platform: NodeJS.Platform = process.platform, env: Environment = process.env): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return (env['DISPLAY'] ?? '') !== '' || (env['WAYLAND_DISPLAY'] ?? '') !== '';
}
