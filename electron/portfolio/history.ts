import type { ValueSample } from '../../shared/contract/index.ts';

/** What the contract carries. */
const MOST = 5000;

/** At most so many samples, spread evenly over all of them, first and last among them. */
export function thinned(samples: readonly ValueSample[], most = MOST): ValueSample[] {
  if (samples.length <= most) return [...samples];
  const last = samples.length - 1;
  return Array.from({ length: most }, (_, at) => samples[Math.floor((at * last) / (most - 1))]).filter(
    (sample) => sample !== undefined,
  );
}
