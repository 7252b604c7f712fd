import { AppError } from '../../shared/errors/index.ts';
import type { PositionKey, PositionShares } from '../chain/delegation-port.ts';
import type { At, ChainClient, SimulatedSwap } from '../chain/port.ts';
import { Baskets, readBaskets } from './baskets.ts';
import { Dividends } from './dividends.ts';
import { Exits } from './exits.ts';
import { isSameBlock, type PortfolioFacts } from './facts.ts';
import { salesOf } from './sales.ts';

type Warn = (message: string, details?: unknown) => void;

/** What of one chain is asked after its facts, because the facts say what to ask. */
export class Figures {
  readonly exits = new Exits();
  readonly dividends = new Dividends();
  readonly baskets = new Baskets();
  readonly #warn: Warn;

  constructor(warn: Warn) {
    this.#warn = warn;
  }

  /** What the facts say by themselves. */
  take(facts: PortfolioFacts): void {
    this.exits.learnRoot(salesOf(facts), facts);
  }

  /**
   * Asks what is stale, all in one wave. What fails stays as it was and is asked again at the next block; it takes nothing
   * else with it. Answers the shares of `changed` positions, if they are of the very block of the facts.
   */
  async read(
    chain: ChainClient,
    facts: PortfolioFacts,
    changed: readonly PositionKey[],
  ): Promise<readonly PositionShares[]> {
    const sales = salesOf(facts);
    const asked = chain.capabilities().quotes ? this.exits.plan(sales, facts) : [];
    const [swaps, shares] = await Promise.all([
      asked.length === 0 ? undefined : this.#unlessFailed<At<readonly SimulatedSwap[]>>(chain.simulateSells(asked)),
      changed.length === 0 ? undefined : this.#unlessFailed(chain.getPositionShares(changed)),
    ]);
    if (swaps !== undefined) this.exits.learn(sales, facts, asked, swaps);
    return shares !== undefined && isSameBlock(shares.block, facts.block) ? shares.value : [];
  }

  /**
   * Begins to read what root stake is owed beside the facts of a block, where it is due by the facts before: dividends by
   * subnet, or baskets. Undefined: not due, and the block is free for `read`. Otherwise answers what takes the reading in
   * once the new facts are known.
   */
  beginOwed(
    chain: ChainClient,
    before: PortfolioFacts | undefined,
  ): ((facts: PortfolioFacts) => Promise<void>) | undefined {
    const blockNumber = chain.status().best?.blockNumber;
    if (before === undefined || blockNumber === undefined) return undefined;
    if (!chain.capabilities().rootBaskets) return this.#beginDividends(chain, before, blockNumber);
    this.dividends.forget();
    return this.#beginBaskets(chain, before, blockNumber);
  }

  /** True when the block after these facts is to read what root stake is owed. */
  isOwedDue(chain: ChainClient, facts: PortfolioFacts): boolean {
    const { blockNumber } = facts.block;
    return chain.capabilities().rootBaskets
      ? this.baskets.isDue(facts, blockNumber)
      : this.dividends.due(facts, blockNumber).length > 0;
  }

  #beginBaskets(
    chain: ChainClient,
    before: PortfolioFacts,
    blockNumber: number,
  ): ((facts: PortfolioFacts) => Promise<void>) | undefined {
    if (!this.baskets.isDue(before, blockNumber)) return undefined;
    this.baskets.tried(blockNumber);
    const reading = this.#unlessFailed(readBaskets(chain, before));
    return async (facts) => {
      const owed = await reading;
      if (owed !== undefined && isSameBlock(owed.block, facts.block)) this.baskets.learn(facts, before, owed.value);
    };
  }

  #beginDividends(
    chain: ChainClient,
    before: PortfolioFacts,
    blockNumber: number,
  ): ((facts: PortfolioFacts) => Promise<void>) | undefined {
    const asked = this.dividends.due(before, blockNumber);
    if (asked.length === 0) return undefined;
    this.dividends.tried(blockNumber);
    const reading = this.#unlessFailed(chain.getRootDividends(asked));
    return async (facts) => {
      const owed = await reading;
      if (owed !== undefined && isSameBlock(owed.block, facts.block)) this.dividends.learn(facts, asked, owed.value);
    };
  }

  async #unlessFailed<T>(reading: Promise<T>): Promise<T | undefined> {
    try {
      return await reading;
    } catch (error) {
      this.#warn('a part of the portfolio could not be read', { code: AppError.find(error)?.code ?? String(error) });
      return undefined;
    }
  }
}
