import type { Portfolio, Subnet, Validator } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/errors/index.ts';
import type { Coldkey } from '../../shared/units/index.ts';
import type { BlockRef, ChainClient, Unsubscribe } from '../chain/port.ts';
import type { Catalog } from '../staking/index.ts';
import type { Listener, Subscribe } from '../transactions/index.ts';
import { composePortfolio, hasChanged, type PortfolioReading } from './compose.ts';
import { readPortfolio } from './read-portfolio.ts';

export interface PortfolioOptions {
  /** The client of the network in use; another one after a change of network (then call `resume`). */
  readonly chain: () => ChainClient;
  readonly coldkeys: () => readonly Coldkey[];
  /** Tells when `coldkeys` may answer something else. Answers its own unsubscribe. */
  readonly onAccountsChange: (listener: () => void) => () => void;
  readonly catalog: Catalog;
  readonly log: { readonly warn: (message: string, details?: unknown) => void };
}

export interface PortfolioService {
  /** The whole portfolio, again when a block, an account or a name changed it. What the chain refuses shows in its status, not here. */
  readonly watch: Subscribe<Portfolio>;
  subnets(): Promise<{ block: BlockRef; subnets: Subnet[] }>;
  validators(): Promise<{ block: BlockRef; validators: Validator[] }>;
  /** Follows the chain in use, if it is another one now. */
  resume(): void;
  close(): void;
}

export function createPortfolio(options: PortfolioOptions): PortfolioService {
  const reader = new PortfolioReader(options);
  const { catalog } = options;
  return {
    watch: (listener) => reader.watch(listener),
    subnets: async () => {
      const { block, value } = await catalog.subnets();
      return { block, subnets: value.map((subnet) => ({ ...subnet })) };
    },
    validators: async () => {
      const { block, value } = await catalog.validators();
      return { block, validators: value.map(toValidator) };
    },
    resume: () => reader.resume(),
    close: () => reader.close(),
  };
}

function toValidator({
  registrations,
  permits,
  totalStake,
  ...rest
}: Awaited<ReturnType<Catalog['validators']>>['value'][number]): Validator {
  return {
    ...rest,
    registrations: [...registrations],
    permits: [...permits],
    totalStake: totalStake.map((stake) => ({ ...stake })),
  };
}

/** Reads while somebody listens: once a block, never twice at the same time. */
class PortfolioReader {
  readonly #options: PortfolioOptions;
  readonly #listeners = new Set<Listener<Portfolio>>();
  readonly #stopAccounts: () => void;
  #watched: { readonly chain: ChainClient; readonly stop: Unsubscribe } | undefined;
  #last: { readonly reading: PortfolioReading; readonly portfolio: Portfolio } | undefined;
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
      this.#watched = { chain, stop: chain.watchBlocks(() => this.#look()) };
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

  async #readOnce(): Promise<void> {
    const watched = this.#watched;
    if (watched === undefined) return;
    const { chain } = watched;
    const coldkeys = this.#options.coldkeys();
    await chain.ready(undefined, 'reads');
    const reading = await readPortfolio(chain, coldkeys);
    if (reading === undefined || this.#watched !== watched) return;
    await this.#nameThings(reading);
    if (!this.#isCurrent(watched)) return;
    this.#show(reading);
  }

  #isCurrent(watched: { readonly chain: ChainClient }): boolean {
    return this.#watched === watched;
  }

  /** Names of subnets are waited for once; those of validators (megabytes) follow when they come. */
  async #nameThings({ positions }: PortfolioReading): Promise<void> {
    const { catalog } = this.#options;
    if (positions.length === 0) return;
    if (positions.some(({ netuid }) => catalog.knownSubnet(netuid) === undefined)) {
      await catalog.subnets().catch(() => undefined); // shown without names then
    }
    const isNameless = positions.some(({ hotkey }) => catalog.knownValidator(hotkey) === undefined);
    if (!isNameless) return;
    const again = (): void => {
      if (this.#last !== undefined) this.#show(this.#last.reading);
    };
    catalog.validators().then(again, () => undefined);
  }

  #show(reading: PortfolioReading): void {
    const portfolio = composePortfolio(reading, this.#options.catalog);
    const changed = hasChanged(this.#last?.portfolio, portfolio);
    this.#last = { reading, portfolio };
    if (changed) for (const listener of [...this.#listeners]) listener.next(portfolio);
  }
}
