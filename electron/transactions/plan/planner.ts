import type { Change, Effect, Intent, Quote, QuoteLeg, QuotePart } from '../../../shared/contract/index.ts';
import type { Hotkey, Netuid, Take } from '../../../shared/units/index.ts';
import type { ChainClient } from '../../chain/port.ts';

/** What a plan needs besides the intent. */
export interface PlanContext {
  readonly chain: ChainClient;
  readonly networkId: string;
  /** The subnet's token symbol, untrusted text. */
  symbolOf(netuid: Netuid): Promise<string>;
  /** Whether the validator has a permit on the subnet; undefined while nobody has asked the chain yet. */
  hasPermit(hotkey: Hotkey, netuid: Netuid): boolean | undefined;
  /** A recent rise of the validator's take; undefined when none is known. */
  takeRose?(hotkey: Hotkey): { readonly from: Take; readonly to: Take } | undefined;
  isOwn(address: string): boolean;
  /** Own addresses and those sent to before, for spotting look-alikes. */
  knownAddresses(): readonly string[];
  /** Addresses that something was sent to before. */
  pastRecipients(): ReadonlySet<string>;
}

/** An intent as a call for the connected runtime, with everything the person should know first. */
export interface Plan {
  readonly callBytes: Uint8Array;
  readonly quote: Quote;
  readonly effects: readonly Effect[];
  /** Settings before and after. */
  readonly changes: readonly Change[];
}

/** The figures of a price that quotes, their legs and their parts have in common. */
export type Priced = Omit<QuoteLeg, 'side' | 'netuid'>;

/** For quotes of one call without a second pool. */
export const NO_LISTS: Pick<Quote, 'legs' | 'parts' | 'skipped'> = { legs: [], parts: [] as QuotePart[], skipped: [] };

/** Makes the plan for one kind of intent. It asks the chain and changes nothing. @throws AppError chain.* */
export type Planner<I extends Intent> = (intent: I, context: PlanContext) => Promise<Plan>;

export type IntentOf<K extends Intent['kind']> = Extract<Intent, { kind: K }>;
