import { ApiPromise } from '@polkadot/api';
import { openWs } from '../lib/ws.ts';

// The baseline: what a short script with @polkadot/api needs for the same answer, without our client or its cache.
const [url = '', address = ''] = process.argv.slice(2);
const api = await ApiPromise.create({ provider: openWs(url), noInitWarn: true });
const account = await api.query['system']?.['account']?.(address);
console.log(JSON.stringify({ account: account?.toJSON(), rss: process.memoryUsage().rss }));
