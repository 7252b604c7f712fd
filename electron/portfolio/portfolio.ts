import type { Portfolio, PositionEarned, Subnet, Validator, ValueSample } from '../../shared/contract/index.ts';
import type { Coldkey } from '../../shared/units/index.ts';
import type { BlockRef } from '../chain/port.ts';
import type { Catalog } from '../staking/index.ts';
import type { PositionHistory } from '../store/index.ts';
import type { Subscribe } from '../transactions/index.ts';
import { thinned } from './history.ts';
import type { PortfolioOptions } from './options.ts';
import { toPositionEarned } from './position-book.ts';
import { PortfolioReader } from './reader.ts';

export interface PortfolioService {
  /** The whole portfolio, again when a block, an account or a name changed it. What the chain refuses shows in its status, not here. */
  readonly watch: Subscribe<Portfolio>;
  /** Local samples of value since a time, oldest first, thinned evenly to what the contract carries. */
  history(query: { readonly coldkey?: Coldkey | undefined; readonly sinceMs: number }): Promise<ValueSample[]>;
  /** What every position gained since a time, as far back as samples reach. @throws AppError chain.* before the chain is known */
  earnedSince(query: { readonly sinceMs: number }): Promise<PositionEarned[]>;
  subnets(): Promise<{ block: BlockRef; subnets: Subnet[] }>;
  validators(): Promise<{ block: BlockRef; validators: Validator[] }>;
  /** Follows the chain in use, if it is another one now. */
  resume(): void;
  close(): void;
}

export function createPortfolio(options: PortfolioOptions): PortfolioService {
  const reader = new PortfolioReader(options);
  const { catalog, samples } = options;
  const genesis = async (): Promise<string> => {
    const chain = options.chain();
    await chain.ready(undefined, 'reads');
    return chain.runtime().genesisHash;
  };
  return {
    watch: (listener) => reader.watch(listener),
    history: async ({ coldkey, sinceMs }) => thinned(samples.values({ genesis: await genesis(), coldkey }, sinceMs)),
    earnedSince: async ({ sinceMs }) => {
      const earned: PositionEarned[] = [];
      for (const page of samples.historiesSince(await genesis(), options.coldkeys(), sinceMs)) {
        earned.push(...page.filter(isWorthARow).map(toPositionEarned));
        await rest();
      }
      return earned;
    },
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

/** A position that was gone before and gained nothing since is not. */
function isWorthARow({ first, last }: PositionHistory): boolean {
  return last.alpha > 0n || last.earned > first.earned;
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

/** Lets whatever waits for the thread have it. */
function rest(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
