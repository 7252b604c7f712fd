import { join } from 'node:path';
import { ensureTestBrowser } from './lib/browser.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { findElectron } from './lib/electron-binary.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { giveUp, ROOT } from './lib/root.mjs';
import { run } from './lib/run.mjs';

// npm run e2e [-- playwright options]; npm run e2e:electron runs the very same specs in the real shell.
requireNode();
const [first, ...others] = process.argv.slice(2);
const inElectron = first === '--electron';
const passed = inElectron ? others : process.argv.slice(2);
await ensureInstalled();
await ensureBuilt();
/** @type {NodeJS.ProcessEnv} */
const env = {};
if (inElectron) {
  const binary = findElectron();
  if (binary === undefined)
    giveUp('Not proven: the Electron binary is not here. Set ELECTRON_OVERRIDE_DIST_PATH to its folder.');
  env['SOMA_E2E_ELECTRON'] = binary;
} else env['SOMA_BROWSER'] = await ensureTestBrowser();
const cli = join(ROOT, 'node_modules/@playwright/test/cli.js');
const config = passed.some((option) => option === '--config' || option === '-c' || option.startsWith('--config='))
  ? []
  : ['--config', 'e2e/playwright.config.ts'];
const { code } = await run(process.execPath, [cli, 'test', ...config, ...passed], { env });
process.exit(code);
