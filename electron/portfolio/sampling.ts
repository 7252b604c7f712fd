import type { Earned, Portfolio } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/errors/index.ts';
import { ROOT_NETUID } from '../../shared/units/index.ts';
import type { PositionKey, PositionShares } from '../chain/delegation-port.ts';
import type { ChainClient, StakePositionRecord } from '../chain/port.ts';
import type { PortfolioFacts } from './facts.ts';
import type { PortfolioOptions } from './options.ts';
import { Sampler } from './sampler.ts';

/** Between two thinnings of old samples. */
const DAY_MS = 86_400_000;

type Options = Pick<PortfolioOptions, 'samples' | 'now' | 'catalog' | 'log'>;

/** The sampler of one chain as the reader uses it: what the disk refuses is logged and takes nothing from the portfolio. */
export class Sampling {
  readonly #options: Options;
  readonly #chain: ChainClient;
  #sampler: Sampler | undefined;
  #prunedAtMs = Number.NEGATIVE_INFINITY;

  constructor(chain: ChainClient, options: Options) {
    this.#chain = chain;
    this.#options = options;
  }

  /** Call when the chain is ready, beside the first wave of a block. */
  async checkForks(): Promise<void> {
    await this.#quietly(undefined, () => {
      this.#sampler ??= new Sampler(this.#options.samples, this.#chain.runtime().genesisHash);
      return this.#sampler.checkForks(this.#chain);
    });
  }

  async changed(facts: PortfolioFacts): Promise<readonly PositionKey[]> {
    return this.#quietly([], () => this.#sampler?.changed(facts) ?? []);
  }

  async record(facts: PortfolioFacts, portfolio: Portfolio, shares: readonly PositionShares[]): Promise<void> {
    const rootTempo = this.#options.catalog.knownSubnet(ROOT_NETUID)?.tempo;
    const nowMs = Math.floor(this.#options.now());
    await this.#quietly(undefined, () => {
      this.#sampler?.record(facts, portfolio, shares, {
        blockTimeMs: this.#chain.constants().blockTimeMs,
        rootEpochBlocks: rootTempo === undefined || rootTempo <= 0 ? undefined : rootTempo + 1,
        nowMs,
      });
      if (nowMs - this.#prunedAtMs < DAY_MS) return;
      this.#options.samples.prune(nowMs);
      this.#prunedAtMs = nowMs;
    });
  }

  earned(position: StakePositionRecord): Earned | undefined {
    return this.#sampler?.earned(position);
  }

  async #quietly<T>(otherwise: T, action: () => T | Promise<T>): Promise<T> {
    try {
      return await action();
    } catch (error) {
      this.#options.log.warn('samples could not be kept', { code: AppError.find(error)?.code ?? String(error) });
      return otherwise;
    }
  }
}
