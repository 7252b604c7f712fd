import { parseArgs } from 'node:util';
import { fund } from './control/control.ts';
import { SimNode } from './node/node.ts';
import { serve } from './node/server.ts';
import { openParent } from './parent.ts';
import { createRuntime, initRuntime } from './runtime/index.ts';
import { buildGenesis, type Scenario } from './scenarios/index.ts';

// The practice network as a process of its own: started by the app, or by hand with `npm run simnet`.
// Its faucet is reachable only by the process that started it.
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    scenario: { type: 'string', default: 'demo' },
    seed: { type: 'string', default: '1' },
    'block-time-ms': { type: 'string', default: '3000' },
    fund: { type: 'string', multiple: true, default: [] },
  },
});

const MAX_FAUCET_RAO = 1_000_000n * 1_000_000_000n;

function scenarioOf(name: string): Scenario {
  if (name === 'demo' || name === 'edge') return name;
  throw new RangeError(`no scenario ${name}; there are demo and edge`);
}

await initRuntime();
const node = new SimNode({
  runtime: createRuntime(),
  genesis: buildGenesis(scenarioOf(values.scenario), Number(values.seed)),
  startMs: BigInt(Date.now()),
  slotMs: 12_000n,
  finalityLag: 2,
});
for (const wish of values.fund) {
  const [address = '', tao = '0'] = wish.split('=');
  fund(node, address, BigInt(tao) * 1_000_000_000n);
}
const server = await serve({ node, port: Number(values.port) });
const timer = setInterval(() => node.mine(), Number(values['block-time-ms']));
const url = `ws://127.0.0.1:${server.port}`;

async function end(): Promise<void> {
  clearInterval(timer);
  await server.close();
  process.exit(0);
}

const parent = openParent({
  fund: (address, rao) => {
    if (rao <= 0n || rao > MAX_FAUCET_RAO) throw new RangeError('amount out of range');
    fund(node, address, rao);
  },
  end: () => void end(),
});
if (parent === undefined) console.log(`simnet (${values.scenario}) listens on ${url}`);
else parent.ready(url);
process.on('SIGTERM', () => void end());
process.on('SIGINT', () => void end());
