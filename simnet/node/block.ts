import type { InvalidTransaction, Runtime, State } from '../runtime/port.ts';
import type { Header } from './header.ts';
import type { StateLayer } from './state-layers.ts';

/** A block as the node keeps it. Hashes are 0x hex. */
export interface Block {
  readonly hash: string;
  readonly number: number;
  readonly parentHash: string;
  readonly header: Header;
  readonly encodedHeader: Uint8Array;
  /** Encoded with length prefix, inherents first. */
  readonly extrinsics: readonly Uint8Array[];
  readonly extrinsicHashes: readonly string[];
  readonly inherentCount: number;
  readonly timestampMs: bigint;
  readonly state: StateLayer;
  /** Runtime this block was made with; it differs from its parent's after an upgrade. */
  readonly runtime: Runtime;
}

export interface Built {
  readonly block: Block;
  /** Extrinsics the runtime kept out, with its reason. */
  readonly refused: readonly { readonly bytes: Uint8Array; readonly reason: InvalidTransaction }[];
}

/** A change to state from outside the chain, at the beginning of a block. */
export type Intervention = (state: State) => void;
