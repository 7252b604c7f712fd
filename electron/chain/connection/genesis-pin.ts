import { NETWORKS } from '../../../shared/constants/networks.ts';
import { AppError } from '../../../shared/errors/index.ts';

/** Genesis hashes that belong to a named network; no other choice of network may be answered by them. */
const PINNED = new Set(Object.values(NETWORKS).flatMap((preset) => preset.genesisHash ?? []));

/**
 * Decides whether an endpoint serves the chosen chain. Where no hash is pinned the first one seen counts for the
 * whole session, and a chain that belongs to a named network is refused.
 */
export class GenesisPin {
  #expected: string | undefined;

  constructor(expected: string | undefined) {
    this.#expected = expected?.toLowerCase();
  }

  get hash(): string | undefined {
    return this.#expected;
  }

  /** @throws AppError chain.wrong_genesis */
  check(actual: string): void {
    const expected = this.#expected;
    const wrong = expected === undefined ? PINNED.has(actual) : actual !== expected;
    if (wrong) throw new AppError('chain.wrong_genesis', { expected: expected ?? 'another', actual });
    this.#expected = actual;
  }
}
