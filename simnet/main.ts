import { parseArgs } from 'node:util';
import { composeNode } from './control/compose.ts';
import { fund } from './control/faucet.ts';
import { serve } from './node/server.ts';
import { openParent } from './parent.ts';
import type { Scenario } from './scenarios/index.ts';

// The practice network as a process of its own: started by the app, or by hand with `npm run simnet`.
// Its faucet is reachable only by the process that started it.
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    scenario: { type: 'string', default: 'demo' },
    seed: { type: 'string', default: '1' },
    'block-time-ms': { type: 'string', default: '3000' },
    /** ADDRESS=TAO, whole TAO; may be given several times. */
    fund: { type: 'string', multiple: true, default: [] },
  },
});

const RAO_PER_TAO = 1_000_000_000n;

/** @throws RangeError for any other name */
function scenarioOf(name: string): Scenario {
  if (name === 'demo' || name === 'edge') return name;
  throw new RangeError(`no scenario ${name}; there are demo and edge`);
}

/** @throws RangeError outside `min` to `max` */
function numberOf(flag: string, text: string, min: number, max: number): number {
  const value = /^\d{1,9}$/u.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max)) throw new RangeError(`--${flag} is a number from ${min} to ${max}`);
  return value;
}

const port = numberOf('port', values.port, 0, 65_535);
const blockTimeMs = numberOf('block-time-ms', values['block-time-ms'], 50, 3_600_000);
const { node } = await composeNode({ scenario: scenarioOf(values.scenario), seed: values.seed, clock: 'wall' });
for (const wish of values.fund) {
  const [address = '', tao = ''] = wish.split('=');
  if (!/^\d{1,7}$/u.test(tao)) throw new RangeError('--fund is ADDRESS=TAO in whole TAO');
  fund(node, address, BigInt(tao) * RAO_PER_TAO);
}
const server = await serve({ node, port });
const timer = setInterval(() => node.mine(), blockTimeMs);
const url = `ws://127.0.0.1:${server.port}`;

async function end(): Promise<void> {
  clearInterval(timer);
  await server.close();
  process.exit(0);
}

const parent = openParent({
  fund: (address, rao) => void fund(node, address, rao),
  mine: () => void node.mine(),
  end: () => void end(),
});
if (parent === undefined) console.log(url);
else parent.ready(url);
process.on('SIGTERM', () => void end());
process.on('SIGINT', () => void end());
