import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { measurePortfolio500 } from './chain/portfolio-500.ts';
import { measureRoundTrips } from './chain/round-trips.ts';
import { measureStalls } from './chain/stalls.ts';
import { describeMachine } from './lib/machine.ts';
import { root } from './lib/places.ts';
import { type Row, tableOf } from './lib/row.ts';
import { measureScroll } from './renderer/scroll.ts';
import { measureSigning } from './signing/latency.ts';
import { measureSimnetBlocks } from './simnet/blocks.ts';
import { measureFirstBalance } from './startup/first-balance.ts';
import { measurePainted } from './startup/painted.ts';

// npm run bench [-- NAME ...]: every measure whose name holds one of the words, one after the other.
const MEASURES: readonly (readonly [name: string, measure: () => Promise<Row[]>])[] = [
  ['startup/first-balance', measureFirstBalance],
  ['startup/painted', measurePainted],
  ['chain/round-trips', measureRoundTrips],
  ['chain/portfolio-500', measurePortfolio500],
  ['chain/stalls', measureStalls],
  ['renderer/scroll', measureScroll],
  ['signing/latency', measureSigning],
  ['simnet/blocks', measureSimnetBlocks],
];

const words = process.argv.slice(2);
const chosen = MEASURES.filter(([name]) => words.length === 0 || words.some((word) => name.includes(word)));
if (chosen.length === 0) {
  console.error(`There is no such measure; there are ${MEASURES.map(([name]) => name).join(', ')}.`);
  process.exit(1);
}

const rows: Row[] = [];
for (const [name, measure] of chosen) {
  console.error(`measuring ${name} ...`);
  rows.push(...(await measure()));
}
const machine = describeMachine();
const folder = join(root(), 'bench/results');
await mkdir(folder, { recursive: true });
const report = { measuredAt: new Date().toISOString(), machine, rows };
await writeFile(join(folder, 'latest.json'), `${JSON.stringify(report, null, 2)}\n`);
const { node, platform, cpu, cores, memoryGiB } = machine;
console.log(`\n${tableOf(rows)}\n\nNode ${node}, ${platform}, ${cores} x ${cpu}, ${memoryGiB} GiB`);
process.exit(0);
