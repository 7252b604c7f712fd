import { openChain } from '../../electron/chain/index.ts';
import type { Coldkey } from '../../shared/units/index.ts';

// What main does until it knows the first balance: open the chain client on its metadata cache and read one account.
const [url = '', address = '', cacheDir = ''] = process.argv.slice(2);
const chain = openChain({ network: { id: 'custom' }, endpoints: [url], cacheDir });
await chain.ready(undefined, 'reads');
const accounts = await chain.getAccounts([address as Coldkey]);
console.log(JSON.stringify({ free: accounts.value[0]?.free.toString(), rss: process.memoryUsage().rss }));
