import type { Coldkey } from '../../shared/units/index.ts';
import type { ChainClient } from '../chain/port.ts';
import type { Catalog } from '../staking/index.ts';

export interface PortfolioOptions {
  /** The client of the network in use; another one after a change of network (then call `resume`). */
  readonly chain: () => ChainClient;
  readonly coldkeys: () => readonly Coldkey[];
  /** Tells when `coldkeys` may answer something else. Answers its own unsubscribe. */
  readonly onAccountsChange: (listener: () => void) => () => void;
  readonly catalog: Catalog;
  readonly log: { readonly warn: (message: string, details?: unknown) => void };
}
