import type { Coldkey } from '../../shared/units/index.ts';
import type { ChainClient } from '../chain/port.ts';
import type { Catalog } from '../staking/index.ts';
import type { Samples } from '../store/index.ts';

export interface PortfolioOptions {
  /** The client of the network in use; another one after a change of network (then call `resume`). */
  readonly chain: () => ChainClient;
  readonly coldkeys: () => readonly Coldkey[];
  /** Tells when `coldkeys` may answer something else. Answers its own unsubscribe. */
  readonly onAccountsChange: (listener: () => void) => () => void;
  readonly catalog: Catalog;
  /** Where samples are kept, of every chain. */
  readonly samples: Samples;
  /** Wall clock, ms since 1970: samples carry it. */
  readonly now: () => number;
  readonly log: { readonly warn: (message: string, details?: unknown) => void };
}
