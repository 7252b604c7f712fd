import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';

const NAME_BY_PLATFORM = /** @type {Record<string, string>} */ ({
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
});

/** Path of a local Electron binary: ELECTRON_OVERRIDE_DIST_PATH first, then the package's own download. */
export function findElectron() {
  const packageDir = join(ROOT, 'node_modules/electron');
  const pathFile = join(packageDir, 'path.txt');
  const name = existsSync(pathFile)
    ? readFileSync(pathFile, 'utf8')
    : (NAME_BY_PLATFORM[process.platform] ?? 'electron');
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const binary = override === undefined || override === '' ? join(packageDir, 'dist', name) : join(override, name);
  return existsSync(binary) ? binary : undefined;
}

/** A local binary, else one attempt to fetch it; undefined where it cannot be had. */
export async function obtainElectron() {
  const found = findElectron();
  if (found !== undefined || process.env['ELECTRON_OVERRIDE_DIST_PATH']) return found;
  const installer = join(ROOT, 'node_modules/electron/install.js');
  if (!existsSync(installer)) return undefined;
  await run(process.execPath, [installer], { quiet: true });
  return findElectron();
}
