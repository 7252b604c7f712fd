import { parseArgs } from 'node:util';
import { composeNode } from './control/compose.ts';
import { fund } from './control/faucet.ts';
import { serve } from './node/server.ts';
import { openParent } from './parent.ts';
import { type KeptNode, type KeptNotice, openKept } from './persist/open-kept.ts';
import { SCENARIOS, type Scenario } from './scenarios/index.ts';

// The practice network as a process of its own: started by the app, or by hand with `npm run simnet`.
// Its faucet is reachable only by the process that started it.
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    scenario: { type: 'string', default: 'demo' },
    seed: { type: 'string', default: '1' },
    'block-time-ms': { type: 'string', default: '3000' },
    /** Trades of strangers in a block, from none to so many: enough for quotes to go stale. */
    actors: { type: 'string', default: '1' },
    /** Root dividends go into baskets of the validators. */
    'root-baskets': { type: 'boolean', default: false },
    /** ADDRESS=TAO, whole TAO; may be given several times. */
    fund: { type: 'string', multiple: true, default: [] },
    /** Where the chain is kept between runs; only in memory when absent. */
    'state-file': { type: 'string' },
  },
});

const RAO_PER_TAO = 1_000_000_000n;

/** @throws RangeError for any other name */
function scenarioOf(name: string): Scenario {
  const found = SCENARIOS.find((scenario) => scenario === name);
  if (found === undefined) throw new RangeError(`no scenario ${name}; there are ${SCENARIOS.join(', ')}`);
  return found;
}

/** @throws RangeError outside `min` to `max` */
function numberOf(flag: string, text: string, min: number, max: number): number {
  const value = /^\d{1,9}$/u.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max)) throw new RangeError(`--${flag} is a number from ${min} to ${max}`);
  return value;
}

const port = numberOf('port', values.port, 0, 65_535);
const blockTimeMs = numberOf('block-time-ms', values['block-time-ms'], 50, 3_600_000);
const actors = numberOf('actors', values.actors, 0, 100);
const wish = {
  scenario: scenarioOf(values.scenario),
  seed: values.seed,
  actors,
  rootBaskets: values['root-baskets'],
  clock: 'wall',
} as const;
const path = values['state-file'];
const notices: KeptNotice[] = [];
let tell = (notice: KeptNotice): void => void notices.push(notice);
const { node, keeper }: KeptNode =
  path === undefined
    ? { node: (await composeNode(wish)).node, keeper: undefined }
    : await openKept({ ...wish, path, tell: (notice) => tell(notice) });

function pay(address: string, rao: bigint): void {
  const block = fund(node, address, rao);
  keeper?.soon(block);
}

for (const payment of values.fund) {
  const [address = '', tao = ''] = payment.split('=');
  if (!/^\d{1,7}$/u.test(tao)) throw new RangeError('--fund is ADDRESS=TAO in whole TAO');
  pay(address, BigInt(tao) * RAO_PER_TAO);
}
const server = await serve({ node, port });
const timer = setInterval(() => node.mine(), blockTimeMs);
const url = `ws://127.0.0.1:${server.port}`;

async function end(): Promise<void> {
  clearInterval(timer);
  keeper?.close();
  await server.close();
  process.exit(0);
}

const parent = openParent({
  fund: pay,
  mine: () => void node.mine(),
  end: () => void end(),
});
const NOTICES: Readonly<Record<KeptNotice, string>> = {
  resumed: 'goes on with the chain kept there',
  damaged: 'was damaged and is now .damaged; the chain begins anew',
  other: 'was of another chain or version and is now .damaged; the chain begins anew',
  unwritable: 'cannot be written; the chain ends with this process',
};
tell = (notice) => {
  if (parent === undefined) console.error(`state file: ${NOTICES[notice]}`);
  else parent.notice(notice);
};
for (const notice of notices) tell(notice);
if (parent === undefined) console.log(url);
else parent.ready(url);
process.on('SIGTERM', () => void end());
process.on('SIGINT', () => void end());
