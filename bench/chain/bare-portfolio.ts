import { ApiPromise, WsProvider } from '@polkadot/api';
import { heapAfterGc } from '../lib/heap.ts';

// The baseline: a plain script that reads the same account item by item, as @polkadot/api suggests.
interface Item {
  toBigInt(): bigint;
}
const [url = '', address = ''] = process.argv.slice(2);
const startedAt = performance.now();
const provider = new WsProvider(url);
let requests = 0;
let bytes = 0;
const send = provider.send.bind(provider);
provider.send = async <T>(method: string, params: unknown[], ...rest: never[]): Promise<T> => {
  requests += 1;
  const reply = await send<T>(method, params, ...rest);
  bytes += JSON.stringify(params).length + JSON.stringify(reply ?? null).length;
  return reply;
};
const api = await ApiPromise.create({ provider: provider as never, noInitWarn: true });
const query = (pallet: string, item: string, ...keys: readonly unknown[]): Promise<unknown> => {
  const entry = api.query[pallet]?.[item];
  if (entry === undefined) throw new Error(`no ${pallet}.${item}`);
  return entry(...keys);
};
await query('system', 'account', address);
const hotkeys = (await query('subtensorModule', 'stakingHotkeys', address)) as Iterable<{ toString(): string }>;
const netuids = ((await api.query['subtensorModule']?.['networksAdded']?.keys()) ?? []).map(({ args }) =>
  (args[0] as unknown as { toNumber(): number }).toNumber(),
);
const pools = new Map<number, [bigint, bigint]>();
for (const netuid of netuids) {
  const [tao, alpha] = (await Promise.all([
    query('subtensorModule', 'subnetTAO', netuid),
    query('subtensorModule', 'subnetAlphaIn', netuid),
    query('swap', 'swapBalancer', netuid),
  ])) as [Item, Item, unknown];
  pools.set(netuid, [tao.toBigInt(), alpha.toBigInt()]);
}
let positions = 0;
for (const hotkey of hotkeys) {
  await Promise.all(
    netuids.map(async (netuid) => {
      const share = (await query('subtensorModule', 'alphaV2', hotkey.toString(), address, netuid)) as {
        mantissa: Item;
      } & Item;
      if (share.mantissa.toBigInt() === 0n) return;
      positions += 1;
      await Promise.all([
        query('subtensorModule', 'totalHotkeySharesV2', hotkey.toString(), netuid),
        query('subtensorModule', 'totalHotkeyAlpha', hotkey.toString(), netuid),
      ]);
    }),
  );
}
const ms = performance.now() - startedAt;
console.log(JSON.stringify({ ms, positions, requests, bytes, heap: heapAfterGc() }));
