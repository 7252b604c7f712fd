import type { ChainIdentityFacts } from '../extrinsic/validate.ts';
import type { RuntimeInterface } from '../interface.ts';
import type { BlockContext, RuntimeVersion, StateReader } from '../port.ts';

/** What a runtime API may look at. */
export interface ApiContext {
  readonly runtime: RuntimeInterface;
  readonly state: StateReader;
  readonly block: BlockContext;
  readonly facts: ChainIdentityFacts;
  readonly version: RuntimeVersion;
  /** Hides the changes of anything that must run to answer. */
  readonly metadata: (version: number) => Uint8Array | undefined;
  readonly metadataVersions: readonly number[];
}

/** Answers one method; arguments and reply are what the metadata's codecs make of them. */
export type ApiMethod = (context: ApiContext, ...args: never[]) => unknown;

/** The methods of one runtime API by name. */
export type ApiMethods = Readonly<Record<string, ApiMethod>>;

/** Methods that read their own arguments. */
export type RawApiMethods = Readonly<Record<string, (context: ApiContext, args: Uint8Array) => unknown>>;
