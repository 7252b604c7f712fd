import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureTestBrowser } from './lib/browser.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { addCounts, noCounts, playwrightCounts, vitestCounts } from './lib/reports.mjs';
import { ROOT, say } from './lib/root.mjs';
import { run } from './lib/run.mjs';

/** @typedef {import('./lib/reports.mjs').Counts} Counts */

const RESULTS = join(ROOT, 'test-results');

/** @param {string} path inside node_modules */
const bin = (path) => join(ROOT, 'node_modules', path);

/**
 * Runs one gate; its output is shown only when it fails. Counts as one check unless it brings a report of its own.
 * @param {string} name
 * @param {readonly string[]} args for Node
 * @param {{ env?: NodeJS.ProcessEnv, report?: () => Counts, show?: RegExp }} [options] show: lines worth showing on success
 * @returns {Promise<Counts>}
 */
async function gate(name, args, options = {}) {
  const started = Date.now();
  const { code, output } = await run(process.execPath, args, {
    quiet: true,
    ...(options.env ? { env: options.env } : {}),
  });
  const counts = options.report?.() ?? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  if (counts.failed > 0) say(`\n--- ${name}\n${output.slice(-20_000)}\n`);
  else if (options.show)
    for (const line of output.split('\n').filter((text) => options.show?.test(text))) say(`     ${line.trim()}`);
  say(
    `${counts.failed === 0 ? 'ok  ' : 'FAIL'} ${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped (${seconds} s)`,
  );
  return counts;
}

/**
 * @param {string} project
 * @returns {Promise<Counts>}
 */
function vitest(project) {
  const file = join(RESULTS, `${project}.json`);
  const args = [
    bin('vitest/vitest.mjs'),
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  return gate(project, args, {
    env: { SOMA_BROWSER: browser },
    report: () => vitestCounts(file),
    show: /entries identical|skipped: reference/u,
  });
}

requireNode();
await ensureInstalled();
const browser = await ensureTestBrowser();
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

let total = noCounts();
/** @param {readonly (() => Promise<Counts>)[]} lane */
async function inOrder(lane) {
  for (const step of lane) total = addCounts(total, await step());
}

// Two lanes for two cores: what only reads the sources, and what runs them.
await Promise.all([
  inOrder([
    () => gate('lock', ['scripts/check-lock.mjs']),
    () => gate('format and lint', [bin('@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings', '.']),
    () =>
      gate('zones', [
        bin('dependency-cruiser/bin/dependency-cruise.mjs'),
        '--config',
        '.dependency-cruiser.cjs',
        'electron',
        'renderer',
        'shared',
        'simnet',
        'e2e',
        'bench',
      ]),
    () => gate('dead code', [bin('knip/bin/knip.js')]),
  ]),
  inOrder([() => gate('build', ['scripts/build.mjs']), () => gate('types', [bin('typescript/bin/tsc'), '-b'])]),
]);
await Promise.all([
  inOrder([() => gate('typed lint', [bin('eslint/bin/eslint.js'), '.', '--max-warnings=0'])]),
  inOrder([() => vitest('artifact'), () => vitest('real-runtime')]),
]);
await inOrder([
  () => vitest('unit'),
  () =>
    gate('e2e and accessibility', [bin('@playwright/test/cli.js'), 'test', '--config', 'e2e/playwright.config.ts'], {
      env: { SOMA_BROWSER: browser },
      report: () => playwrightCounts(join(RESULTS, 'e2e.json')),
    }),
]);
say(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);
