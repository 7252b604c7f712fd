import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureTestBrowser } from './lib/browser.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { ROOT } from './lib/root.mjs';
import { run } from './lib/run.mjs';

// npm run bench [-- NAME ...]: bundles the measurements as the product is bundled, then runs them.
requireNode();
await ensureInstalled();
await ensureBuilt();
const entry = pathToFileURL(join(ROOT, 'node_modules/esbuild/lib/main.js')).href;
/** @type {unknown} */
const loaded = await import(entry);
const esbuild = /** @type {{ build(options: object): Promise<unknown> }} */ (loaded);
const shared = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  absWorkingDir: ROOT,
  outdir: join(ROOT, 'dist/bench'),
  outExtension: { '.js': '.mjs' },
  banner: { js: "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);" },
  logLevel: 'error',
};
await esbuild.build({
  ...shared,
  entryPoints: [
    'bench/main.ts',
    ...['soma-first-balance', 'bare-first-balance', 'bare-page'].map((name) => `bench/startup/${name}.ts`),
    ...['soma-portfolio', 'bare-portfolio', 'papi-portfolio', 'soma-stalls'].map((name) => `bench/chain/${name}.ts`),
  ],
  external: ['@photostructure/sqlite', '@playwright/test', 'bufferutil', 'utf-8-validate'],
});
const { code } = await run(process.execPath, [join(ROOT, 'dist/bench/main.mjs'), ...process.argv.slice(2)], {
  env: { SOMA_BROWSER: await ensureTestBrowser(), SOMA_ROOT: ROOT },
});
process.exit(code);
