import type { AppErrorShape } from '../../shared/errors/index.ts';
import type { Coldkey, Hotkey, Netuid, Take } from '../../shared/units/index.ts';
import type { ChainClient } from '../chain/port.ts';
import type { Signer } from '../signers/signer.ts';
import type { Store } from '../store/index.ts';

/** How one listener is told the news; `fail` ends it with a typed error. */
export interface Listener<T> {
  readonly next: (value: T) => void;
  readonly fail: (error: unknown) => void;
}
/** Begins telling, at once with the value of now. Answers its own end. */
export type Subscribe<T> = (listener: Listener<T>) => () => void;

export type Quoted<Q> = { readonly quote: Q } | { readonly error: AppErrorShape };

export interface TransactionsLog {
  readonly info: (message: string, details?: unknown) => void;
  readonly warn: (message: string, details?: unknown) => void;
  readonly error: (message: string, details?: unknown) => void;
}

/** What the subnet and validator lists can tell without asking the chain again. */
export interface Lookup {
  symbolOf(netuid: Netuid): Promise<string>;
  /** Undefined while the validators have not been read. */
  hasPermit(hotkey: Hotkey, netuid: Netuid): boolean | undefined;
  /** A recent rise of the validator's take; undefined when none is known. */
  takeRose?(hotkey: Hotkey): { readonly from: Take; readonly to: Take } | undefined;
}

export interface TransactionsOptions {
  /** The client of the network in use; another one after a change of network. */
  readonly chain: () => ChainClient;
  readonly networkId: () => string;
  readonly store: Store;
  /** @throws AppError keys.account_missing when there is no such account */
  readonly signerFor: (coldkey: Coldkey) => Signer | Promise<Signer>;
  readonly isOwn: (address: string) => boolean;
  /** Own addresses, for spotting look-alikes of them. */
  readonly ownAddresses?: () => readonly string[];
  readonly lookup: Lookup;
  /** Wall clock, milliseconds; for showing only. */
  readonly now: () => number;
  /** Monotonic clock, milliseconds; what waiting is measured with. */
  readonly monotonic: () => number;
  readonly log: TransactionsLog;
}
