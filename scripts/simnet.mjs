import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { giveUp, ROOT, say } from './lib/root.mjs';

// npm run simnet [-- options]: the practice network in the foreground, for any Substrate client.
const HELP = `The practice network, a chain of its own on this machine

  npm run simnet -- [options]

  --port N               port on 127.0.0.1 (default: a free one)
  --scenario NAME        demo, edge or mainnet (default: demo)
  --seed WORD            the same seed gives the same genesis (default: 1)
  --block-time-ms N      real time between blocks (default: 3000)
  --actors N             trades of strangers in a block, from none to N (default: 1)
  --root-baskets         root dividends go into baskets, as on runtimes from about 441 on
  --fund ADDRESS=TAO     whole TAO for an address at every start; may be given again
  --state-file FILE      keeps the chain in FILE between runs (default: in memory only)
  --help                 this text
`;

/** What each option's value must look like. */
const SHAPES = /** @type {Record<string, { readonly pattern: RegExp, readonly wanted: string }>} */ ({
  port: { pattern: /^\d{1,5}$/u, wanted: 'a port number' },
  scenario: { pattern: /^(?:demo|edge|mainnet)$/u, wanted: 'demo, edge or mainnet' },
  seed: { pattern: /^\S{1,64}$/u, wanted: 'a word or number' },
  'block-time-ms': { pattern: /^(?:[5-9]\d|[1-9]\d{2,5})$/u, wanted: 'a number of milliseconds from 50 to 999999' },
  actors: { pattern: /^(?:100|\d{1,2})$/u, wanted: 'a number from 0 to 100' },
  fund: { pattern: /^5[1-9A-HJ-NP-Za-km-z]{46,47}=\d{1,7}$/u, wanted: 'ADDRESS=TAO with whole TAO' },
});

function readOptions() {
  try {
    return parseArgs({
      options: {
        port: { type: 'string' },
        scenario: { type: 'string' },
        seed: { type: 'string' },
        'block-time-ms': { type: 'string' },
        actors: { type: 'string' },
        fund: { type: 'string', multiple: true },
        'root-baskets': { type: 'boolean' },
        'state-file': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    return giveUp(`${error instanceof Error ? error.message : String(error)} Try npm run simnet -- --help.`);
  }
}

requireNode();
const { help, 'root-baskets': rootBaskets, ...options } = readOptions();
if (help === true) {
  say(HELP);
  process.exit(0);
}
const args = Object.entries(options).flatMap(([name, given]) =>
  [given].flat().flatMap((value) => {
    const shape = SHAPES[name];
    if (shape?.pattern.test(value) === false) giveUp(`--${name} is ${shape.wanted}, not ${value}.`);
    // The network runs in the project's folder; the path was meant from here.
    return [`--${name}`, name === 'state-file' ? resolve(value) : value];
  }),
);
if (rootBaskets === true) args.push('--root-baskets');
await ensureInstalled();
await ensureBuilt('simnet');
const child = spawn(process.execPath, [join(ROOT, 'dist/simnet/main.js'), ...args], { cwd: ROOT, stdio: 'inherit' });
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
child.on('error', (error) => giveUp(`The practice network could not be started: ${error.message}`));
child.on('exit', (code) => process.exit(code ?? 1));
