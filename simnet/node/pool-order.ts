import type { PooledTransaction } from './pool.ts';

function before(a: PooledTransaction, b: PooledTransaction): number {
  if (a.validity.priority === b.validity.priority) return a.order - b.order;
  return a.validity.priority > b.validity.priority ? -1 : 1;
}

/** What a transaction requires comes before it; else higher priority first, then earlier arrival. */
export function inBlockOrder(
  ready: readonly PooledTransaction[],
  provider: ReadonlyMap<string, PooledTransaction>,
): PooledTransaction[] {
  const ordered: PooledTransaction[] = [];
  const done = new Set<string>();
  for (const wanted of [...ready].sort(before)) {
    // A chain of nonces may be long: a stack instead of recursion.
    const stack = [wanted];
    while (stack.length > 0) {
      const next = stack.at(-1);
      if (next === undefined) break;
      const missing = next.validity.requires
        .map((tag) => provider.get(tag))
        .find((other) => other !== undefined && !done.has(other.hash));
      if (missing !== undefined && !done.has(next.hash)) {
        stack.push(missing);
        continue;
      }
      stack.pop();
      if (done.has(next.hash)) continue;
      done.add(next.hash);
      ordered.push(next);
    }
  }
  return ordered;
}
