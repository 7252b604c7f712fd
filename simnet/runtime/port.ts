/** Raw state as the node keeps it: storage keys are lower-case hex without 0x. Nothing here knows a pallet. */
export interface StateReader {
  /** Raw value under a storage key, or undefined when absent. */
  get(key: string): Uint8Array | undefined;
  /** Keys beginning with `prefix`, in ascending byte order. */
  keys(prefix: string): Iterable<string>;
}

/** A state that the runtime may change; the node decides what becomes of the changes. */
export interface State extends StateReader {
  /** Stores `value`, or removes the key when undefined. */
  set(key: string, value: Uint8Array | undefined): void;
}

/** What `state_getRuntimeVersion` shows, and what a signature is bound to. */
export interface RuntimeVersion {
  readonly specName: string;
  readonly implName: string;
  readonly authoringVersion: number;
  readonly specVersion: number;
  readonly implVersion: number;
  readonly transactionVersion: number;
  readonly stateVersion: number;
  /** Runtime API id (8 bytes, 0x hex = blake2_64 of its name) and version. */
  readonly apis: readonly (readonly [id: string, version: number])[];
}

/** Facts about the chain that a signature commits to and the runtime itself cannot know. */
export interface BlockContext {
  readonly genesisHash: Uint8Array;
  /** Height of the block being built or executed on top of. */
  readonly blockNumber: number;
  /** Hash of a canonical ancestor (for mortality), or undefined when unknown. */
  hashOf(blockNumber: number): Uint8Array | undefined;
  /** Milliseconds since 1970, the timestamp inherent's value. */
  readonly timestampMs: bigint;
}

export interface ValidTransaction {
  readonly ok: true;
  readonly priority: bigint;
  /** Tags: (account, nonce) pairs as 0x hex. A transaction waits until its `requires` are provided. */
  readonly requires: readonly string[];
  readonly provides: readonly string[];
  /** Blocks until it dies (mortality). */
  readonly longevity: bigint;
  readonly propagate: boolean;
}

/** Why the pool refuses: FRAME's TransactionValidityError, by name; Custom carries its number. */
export interface InvalidTransaction {
  readonly ok: false;
  readonly kind:
    | 'Call'
    | 'Payment'
    | 'Future'
    | 'Stale'
    | 'BadProof'
    | 'AncientBirthBlock'
    | 'ExhaustsResources'
    | 'Custom'
    | 'BadMandatory'
    | 'MandatoryValidation'
    | 'BadSigner'
    | 'IndeterminateImplicit'
    | 'UnknownOrigin';
  readonly custom?: number;
  /** True for UnknownTransaction rather than InvalidTransaction. */
  readonly unknown?: boolean;
}

/** The runtime as a node sees it: bytes in, bytes out. The node knows blocks, forks and sockets; the runtime knows pallets. */
export interface Runtime {
  readonly version: RuntimeVersion;
  /** Prefixed metadata (magic + version byte) in the asked version, or undefined if not offered. */
  metadata(version: number): Uint8Array | undefined;
  /** Metadata versions on offer, ascending. */
  metadataVersions(): readonly number[];
  /** Checks an encoded extrinsic (with its length prefix) against `state`, changing nothing. */
  validate(state: StateReader, extrinsic: Uint8Array, context: BlockContext): ValidTransaction | InvalidTransaction;
  /** Opens a block: resets per-block storage, sets the number, the parent hash and digest, runs on_initialize (emission, tempo). */
  initializeBlock(state: State, context: BlockContext, parentHash: Uint8Array, digest: readonly Uint8Array[]): void;
  /** Inherents of this block, encoded with length prefix, to be applied first. */
  inherents(context: BlockContext): readonly Uint8Array[];
  /** Applies one extrinsic (fees, dispatch, events). A refusal leaves `state` unchanged and keeps it out of the block. */
  applyExtrinsic(
    state: State,
    extrinsic: Uint8Array,
    context: BlockContext,
  ): { readonly included: true } | InvalidTransaction;
  /** Closes the block: on_finalize, events settled. */
  finalizeBlock(state: State): void;
  /** `state_call`: SCALE arguments in, SCALE reply out. @throws Error when the method is unknown or the arguments do not decode. */
  call(state: StateReader, method: string, args: Uint8Array, context: BlockContext): Uint8Array;
}
