import type { Portfolio, PositionEarned, Subnet, Validator, ValueSample } from '../../shared/contract/index.ts';
import type { Coldkey } from '../../shared/units/index.ts';
import type { BlockRef } from '../chain/port.ts';
import type { Catalog } from '../staking/index.ts';
import type { Subscribe } from '../transactions/index.ts';
import type { PortfolioOptions } from './options.ts';
import { PortfolioReader } from './reader.ts';

export interface PortfolioService {
  /** The whole portfolio, again when a block, an account or a name changed it. What the chain refuses shows in its status, not here. */
  readonly watch: Subscribe<Portfolio>;
  /** Local samples of value since a time, oldest first, thinned evenly to what the contract carries. */
  history(query: { readonly coldkey?: Coldkey | undefined; readonly sinceMs: number }): Promise<ValueSample[]>;
  /** What every position gained since a time, as far back as samples reach. */
  earnedSince(query: { readonly sinceMs: number }): Promise<PositionEarned[]>;
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
    history: () => Promise.resolve([]),
    earnedSince: () => Promise.resolve([]),
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
