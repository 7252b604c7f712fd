import type { Portfolio } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/errors/index.ts';
import type { ChainClient, Unsubscribe } from '../chain/port.ts';
import type { Listener } from '../transactions/index.ts';
import { composePortfolio, hasChanged } from './compose.ts';
import type { PortfolioFacts } from './facts.ts';
import { Figures } from './figures.ts';
import type { PortfolioOptions } from './options.ts';
import { readFacts } from './read-facts.ts';
import { Sampling } from './sampling.ts';

interface Watched {
  readonly chain: ChainClient;
  readonly figures: Figures;
  readonly sampling: Sampling;
  readonly stop: Unsubscribe;
}

/** Reads while somebody listens: once a block, never twice at the same time. */
export class PortfolioReader {
  readonly #options: PortfolioOptions;
  readonly #listeners = new Set<Listener<Portfolio>>();
  readonly #stopAccounts: () => void;
  #watched: Watched | undefined;
  #last: { readonly facts: PortfolioFacts; readonly portfolio: Portfolio } | undefined;
  #busy = false;
  #again = false;

  constructor(options: PortfolioOptions) {
    this.#options = options;
    this.#stopAccounts = options.onAccountsChange(() => this.#look());
  }

  watch(listener: Listener<Portfolio>): () => void {
    this.#listeners.add(listener);
    this.resume();
    if (this.#last !== undefined) listener.next(this.#last.portfolio);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#unwatch();
    };
  }

  resume(): void {
    if (this.#listeners.size === 0) return;
    const chain = this.#options.chain();
    if (this.#watched?.chain !== chain) {
      this.#unwatch();
      this.#watched = {
        chain,
        figures: new Figures(this.#options.log.warn),
        sampling: new Sampling(chain, this.#options),
        stop: chain.watchBlocks(() => this.#look()),
      };
    }
    this.#look();
  }

  close(): void {
    this.#listeners.clear();
    this.#unwatch();
    this.#stopAccounts();
  }

  /** What was read belongs to the chain that was watched; nobody is shown it as another's, or as fresh. */
  #unwatch(): void {
    this.#watched?.stop();
    this.#watched = undefined;
    this.#last = undefined;
  }

  #look(): void {
    this.#again = true;
    if (!this.#busy) void this.#run();
  }

  async #run(): Promise<void> {
    this.#busy = true;
    while (this.#again && this.#listeners.size > 0) {
      this.#again = false;
      await this.#readOnce().catch((error: unknown) => {
        // The chain's status tells the person; the next block tries again.
        this.#options.log.warn('the portfolio could not be read', {
          code: AppError.find(error)?.code ?? String(error),
        });
      });
    }
    this.#busy = false;
  }

  /**
   * Two waves of requests: the facts of a block, then what they say is worth asking, or in turn what root stake is owed. Only a block
   * with a transaction of an account gets both, because what it changed must be seen at that very block.
   */
  async #readOnce(): Promise<void> {
    const watched = this.#watched;
    if (watched === undefined) return;
    const { chain, figures, sampling } = watched;
    const coldkeys = this.#options.coldkeys();
    await chain.ready(undefined, 'reads');
    const isFirst = this.#last === undefined;
    const before = this.#last?.facts;
    const takeOwed = figures.beginOwed(chain, before);
    const [facts] = await Promise.all([readFacts(chain, coldkeys), sampling.checkForks()]);
    if (facts === undefined || this.#watched !== watched) return;
    figures.take(facts);
    // A first portfolio waits for the names of its subnets, but not for a thousand simulations.
    const names = this.#nameSubnets(facts).then(() => this.#showEarly(watched, facts));
    const changed = await sampling.changed(facts);
    const isFree = takeOwed === undefined || hasSent(before, facts);
    const rest = isFree ? figures.read(chain, facts, changed) : undefined;
    const [shares] = await Promise.all([rest, takeOwed?.(facts), names]);
    if (this.#watched !== watched) return;
    await sampling.record(facts, this.#compose(watched, facts), shares ?? []);
    if (this.#watched !== watched) return;
    this.#show(watched, facts);
    this.#nameValidators(watched, facts);
    // What root stake is owed need not wait for the next block.
    if (isFirst && figures.isOwedDue(chain, facts)) this.#again = true;
  }

  async #nameSubnets({ positions }: PortfolioFacts): Promise<void> {
    const { catalog } = this.#options;
    if (positions.every(({ netuid }) => catalog.knownSubnet(netuid) !== undefined)) return;
    await catalog.subnets().catch(() => undefined); // shown without names then
  }

  /** Names of validators (megabytes) follow when they come. */
  #nameValidators(watched: Watched, { positions }: PortfolioFacts): void {
    const { catalog } = this.#options;
    if (positions.every(({ hotkey }) => catalog.knownValidator(hotkey) !== undefined)) return;
    const again = (): void => {
      if (this.#last !== undefined && this.#watched === watched) this.#show(watched, this.#last.facts);
    };
    catalog.validators().then(again, () => undefined);
  }

  #showEarly(watched: Watched, facts: PortfolioFacts): void {
    if (this.#last === undefined && this.#watched === watched) this.#show(watched, facts);
  }

  #compose({ figures: { exits, dividends, baskets }, sampling }: Watched, facts: PortfolioFacts): Portfolio {
    const names = this.#options.catalog;
    return composePortfolio(facts, {
      names,
      exits,
      dividends,
      baskets,
      earned: (position) => sampling.earned(position),
    });
  }

  #show(watched: Watched, facts: PortfolioFacts): void {
    const portfolio = this.#compose(watched, facts);
    const changed = hasChanged(this.#last?.portfolio, portfolio);
    this.#last = { facts, portfolio };
    if (changed) for (const listener of [...this.#listeners]) listener.next(portfolio);
  }
}

/** True when an account sent something between the two readings. */
function hasSent(before: PortfolioFacts | undefined, { accounts }: PortfolioFacts): boolean {
  const nonces = new Map(before?.accounts.map(({ address, nonce }) => [address, nonce]));
  return accounts.some(({ address, nonce }) => (nonces.get(address) ?? nonce) !== nonce);
}
