export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export interface InTurn {
  readonly a: number;
  readonly b: number;
  readonly ratio: number;
}

/**
 * Medians of `a` and `b` and of the ratio within each pair: run in turn, so that a busy machine slows both. One run of
 * each goes before and is not counted.
 */
export async function inTurn(runs: number, a: () => Promise<number>, b: () => Promise<number>): Promise<InTurn> {
  await a();
  await b();
  const pairs: [number, number][] = [];
  for (let run = 0; run < runs; run += 1) pairs.push([await a(), await b()]);
  return {
    a: median(pairs.map(([x]) => x)),
    b: median(pairs.map(([, y]) => y)),
    ratio: median(pairs.map(([x, y]) => x / y)),
  };
}
