import { performance } from 'node:perf_hooks';
import { createClient } from 'polkadot-api';
import { getWsProvider, SocketEvents } from 'polkadot-api/ws';
import { WebSocket } from 'ws';
import { StatsCounter } from '../../electron/chain/connection/stats.ts';
import { heapAfterGc } from '../lib/heap.ts';
import { perBlock } from '../lib/per-block.ts';

// The second peer: the same facts by polkadot-api's unsafe API, in as few calls as the runtime allows, all of one best
// block: what is staked first, then what each position would pay and the names of all subnets.
const BLOCKS = 4;
const [url = '', address = ''] = process.argv.slice(2);

/** Field names are the runtime's own. `stake` in alpha rao. */
interface Stake {
  readonly netuid: number;
  readonly stake: bigint;
}
interface Facts {
  readonly stakes: readonly Stake[];
  readonly others: readonly unknown[];
}

const startedAt = performance.now();
const stats = new StatsCounter();
// What a chainHead operation found comes as a notification, its id as a reply before that: the reply ends the wave.
const isReply = (text: string): boolean => !text.slice(0, 80).includes('"method"');
const provider = getWsProvider(url, {
  websocketClass: WebSocket as never,
  logger: (event) => {
    if (event.type === SocketEvents.CONNECTED) stats.connected();
    else if (event.type === SocketEvents.OUT) stats.sent(event.msg.length);
    else if (event.type === SocketEvents.IN) {
      stats.received(event.msg.length);
      if (isReply(event.msg)) stats.replied();
    }
  },
});
const client = createClient(provider);
const api = client.getUnsafeApi();

function call(at: string, name: string, method: string, ...args: readonly unknown[]): Promise<unknown> {
  const found = api.apis[name]?.[method];
  if (found === undefined) throw new Error(`no ${name}.${method}`);
  return found(...args, { at });
}

async function readFacts(at: string): Promise<Facts> {
  const [staked, ...others] = await Promise.all([
    call(at, 'StakeInfoRuntimeApi', 'get_stake_info_for_coldkeys', [address]),
    call(at, 'StakeInfoRuntimeApi', 'get_stake_availability_for_coldkeys', [address], undefined),
    call(at, 'SwapRuntimeApi', 'current_alpha_price_all'),
    api.query['System']?.['Account']?.getValue(address, { at }),
  ]);
  const accounts = staked as readonly (readonly [coldkey: string, stakes: readonly Stake[]])[];
  return { stakes: accounts.flatMap(([, stakes]) => stakes).filter(({ stake }) => stake > 0n), others };
}

let best = { number: 0, hash: '' };
let tell: () => void = () => undefined;
client.bestBlocks$.subscribe(([block]) => {
  if (block === undefined || block.number <= best.number) return;
  best = block;
  tell();
});
const nextBlock = (): Promise<void> => new Promise((done) => (tell = done));
const soFar = () => ({ ms: performance.now() - startedAt, ...stats.snapshot() });

if (best.number === 0) await nextBlock();
const { hash } = best;
const facts = await readFacts(hash);
const traded = facts.stakes.filter(({ netuid }) => netuid !== 0);
const [subnets, ...exits] = await Promise.all([
  call(hash, 'SubnetInfoRuntimeApi', 'get_all_dynamic_info'),
  ...traded.map(({ netuid, stake }) => call(hash, 'SwapRuntimeApi', 'sim_swap_alpha_for_tao', netuid, stake)),
]);
const whole = { ...soFar(), positions: facts.stakes.length, heap: heapAfterGc() };

await nextBlock();
await nextBlock();
let followed = facts;
const each = await perBlock(
  BLOCKS,
  () => stats.snapshot(),
  async () => {
    followed = await readFacts(best.hash);
    await nextBlock();
  },
);
const isWhole = followed.stakes.length === facts.stakes.length && exits.length === traded.length;
if (!isWhole || !Array.isArray(subnets)) throw new Error('facts were lost');
console.log(JSON.stringify({ whole, perBlock: each }));
