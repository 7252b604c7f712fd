import { performance } from 'node:perf_hooks';
import type { ConnectionStats } from '../../electron/chain/connection/stats.ts';

/** What following a chain costs, on average of some blocks. */
export async function perBlock(blocks: number, stats: () => ConnectionStats, followOne: () => Promise<void>) {
  const before = { stats: stats(), load: performance.eventLoopUtilization() };
  for (let block = 0; block < blocks; block += 1) await followOne();
  const after = stats();
  const { active } = performance.eventLoopUtilization(before.load);
  return {
    roundTrips: (after.roundTrips - before.stats.roundTrips) / blocks,
    requests: (after.requests - before.stats.requests) / blocks,
    bytes: (after.bytesIn + after.bytesOut - before.stats.bytesIn - before.stats.bytesOut) / blocks,
    busyMs: active / blocks,
  };
}
