import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT, say } from './lib/root.mjs';

// node scripts/build.mjs [--only electron|simnet|renderer] [--force]: bundles what changed since the last build.
const DIST = join(ROOT, 'dist');
const STAMPS = join(DIST, '.stamps');
const TEST_FILE = /\.(?:test|test-support|spec)\.tsx?$/u;

/**
 * @typedef {{ sources: readonly string[], outputs: readonly string[], make: () => Promise<void> }} Artifact
 */

/**
 * What bundles of Node code share: one file each, readable, for the oldest Node we support.
 * @type {import('esbuild').BuildOptions}
 */
const NODE_BUNDLE = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  absWorkingDir: ROOT,
  sourcemap: false,
  legalComments: 'none',
  logLevel: 'warning',
  charset: 'utf8',
};
/**
 * Some packages are CommonJS and ask for Node's own modules by `require`.
 * @type {import('esbuild').BuildOptions}
 */
const ESM_BUNDLE = {
  ...NODE_BUNDLE,
  format: 'esm',
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  // the first is native code, the second the shell itself, the others optional natives that `ws` can do without
  external: ['@photostructure/sqlite', 'electron', 'bufferutil', 'utf-8-validate'],
};

async function makeElectron() {
  const { build } = await import('esbuild');
  await Promise.all([
    build({
      ...ESM_BUNDLE,
      entryPoints: {
        main: 'electron/main.ts',
        loopback: 'electron/loopback.ts',
        'key-worker': 'electron/keys/worker/main.ts',
      },
      outdir: join(DIST, 'electron'),
    }),
    build({
      ...NODE_BUNDLE,
      format: 'cjs',
      entryPoints: ['electron/preload/preload.ts'],
      outfile: join(DIST, 'electron/preload.cjs'),
      external: ['electron'],
    }),
  ]);
}

async function makeSimnet() {
  const { build } = await import('esbuild');
  await build({ ...ESM_BUNDLE, entryPoints: ['simnet/main.ts'], outfile: join(DIST, 'simnet/main.js') });
}

async function makeRenderer() {
  const { build } = await import('vite');
  await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' });
}

/** @type {Record<string, Artifact>} */
const ARTIFACTS = {
  electron: {
    sources: ['electron', 'shared', 'assets'],
    outputs: ['electron/main.js', 'electron/loopback.js', 'electron/key-worker.js', 'electron/preload.cjs'],
    make: makeElectron,
  },
  simnet: { sources: ['simnet', 'shared'], outputs: ['simnet/main.js'], make: makeSimnet },
  renderer: {
    sources: ['renderer', 'shared', 'assets', 'vite.config.ts'],
    outputs: ['renderer/index.html'],
    make: makeRenderer,
  },
};
/** What every artifact depends on besides its own sources. */
const TOOLS = ['scripts/build.mjs', 'package-lock.json', 'tsconfig.base.json'];

/**
 * @param {string} path
 * @returns {string[]} files below it, itself if it is one, tests left out
 */
function filesOf(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (/\.\w+$/u.test(path)) return [path];
  return readdirSync(full, { withFileTypes: true }).flatMap((entry) => {
    const inner = `${path}/${entry.name}`;
    if (entry.isDirectory()) return filesOf(inner);
    return entry.isFile() && !TEST_FILE.test(entry.name) ? [inner] : [];
  });
}

/** @param {Artifact} artifact */
function fingerprint(artifact) {
  const hash = createHash('sha256');
  for (const path of [...artifact.sources, ...TOOLS].flatMap(filesOf).sort()) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(ROOT, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} name
 * @param {Artifact} artifact
 * @param {boolean} force
 */
async function bringUpToDate(name, artifact, force) {
  const stamp = join(STAMPS, name);
  const wanted = fingerprint(artifact);
  const isThere = artifact.outputs.every((path) => existsSync(join(DIST, path)));
  if (!force && isThere && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const started = performance.now();
  rmSync(stamp, { force: true });
  await artifact.make();
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(stamp, wanted);
  say(`built ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}

const { values } = parseArgs({ options: { only: { type: 'string' }, force: { type: 'boolean', default: false } } });
const chosen = Object.entries(ARTIFACTS).filter(([name]) => values.only === undefined || name === values.only);
if (chosen.length === 0) {
  say(`--only takes one of ${Object.keys(ARTIFACTS).join(', ')}`);
  process.exit(1);
}
const outcomes = await Promise.allSettled(
  chosen.map(([name, artifact]) => bringUpToDate(name, artifact, values.force)),
);
for (const outcome of outcomes) if (outcome.status === 'rejected') say(String(outcome.reason));
process.exit(outcomes.some((outcome) => outcome.status === 'rejected') ? 1 : 0);
