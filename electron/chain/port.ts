import type { AppErrorShape } from '../../shared/errors/index.ts';
import type { AlphaRao, Coldkey, Hotkey, Netuid, Rao, RaoPerAlpha, Take } from '../../shared/units/index.ts';
import type { DelegationReads, RootHold } from './delegation-port.ts';
import type { Capabilities } from './metadata/capabilities.ts';

/** A block by height and hash; every figure names the block it was read at. */
export interface BlockRef {
  readonly blockNumber: number;
  readonly blockHash: string;
}

/** A reading together with the block it is true for. */
export interface At<T> {
  readonly block: BlockRef;
  readonly value: T;
}

export interface EndpointHealth {
  readonly url: string;
  readonly state: 'idle' | 'connecting' | 'online' | 'failing' | 'quarantined';
  /** Median of recent replies, milliseconds; absent before the first. */
  readonly latencyMs?: number;
  readonly problem?: AppErrorShape;
}

export interface ChainStatus {
  readonly phase: 'connecting' | 'online' | 'stale' | 'offline' | 'quarantined';
  readonly endpoints: readonly EndpointHealth[];
  readonly activeUrl?: string;
  readonly chainName?: string;
  readonly specVersion?: number;
  readonly best?: BlockRef;
  readonly finalized?: BlockRef;
  /** Milliseconds since the best block last changed (monotonic clock). */
  readonly sinceBestMs?: number;
  readonly blockTimeMs?: number;
  readonly problem?: AppErrorShape;
}

/** What a signature is bound to. */
export interface RuntimeIdentity {
  readonly genesisHash: string;
  readonly specName: string;
  readonly specVersion: number;
  readonly transactionVersion: number;
}

/** System.Account, all in rao. */
export interface AccountRecord {
  readonly address: Coldkey;
  readonly nonce: number;
  readonly free: Rao;
  readonly reserved: Rao;
  readonly frozen: Rao;
  readonly consumers: number;
  readonly providers: number;
  readonly sufficients: number;
}

/** (coldkey, hotkey, netuid) -> alpha, from StakeInfo. On root the alpha is TAO in rao. */
export interface StakePositionRecord {
  readonly coldkey: Coldkey;
  readonly hotkey: Hotkey;
  readonly netuid: Netuid;
  readonly alpha: AlphaRao;
  readonly isRegistered: boolean;
}

export interface SubnetRecord {
  readonly netuid: Netuid;
  /** Untrusted text. */
  readonly name: string;
  /** Untrusted text. */
  readonly symbol: string;
  readonly tempo: number;
  readonly price: RaoPerAlpha;
  readonly taoIn: Rao;
  readonly alphaIn: AlphaRao;
  readonly alphaOut: AlphaRao;
  /** False while trading has not been enabled (SubtokenEnabled); root is always true. */
  readonly started: boolean;
}

export interface ValidatorRecord {
  readonly hotkey: Hotkey;
  readonly owner: Coldkey;
  readonly take: Take;
  /** Untrusted text from the owner's on-chain identity; absent when none is set. */
  readonly name?: string;
  readonly nominators: number;
  readonly registrations: readonly Netuid[];
  readonly permits: readonly Netuid[];
  /** Stake of all nominators by subnet (TotalHotkeyAlpha); root entry is TAO in rao. */
  readonly totalStake: readonly { readonly netuid: Netuid; readonly alpha: AlphaRao }[];
}

/** SwapRuntimeApi simulation. All zero means the swap would fail. */
export interface SimulatedSwap {
  readonly taoAmount: Rao;
  readonly alphaAmount: AlphaRao;
  readonly taoFee: Rao;
  readonly alphaFee: AlphaRao;
  /** TAO (sale) or alpha (buy) lost against spot; absent before runtimes that report it. */
  readonly slippage?: bigint;
}

/** Whose call, and where it goes; what is not named is not asked about. */
export interface GuardQuery {
  readonly coldkey: Coldkey;
  readonly hotkey?: Hotkey;
  readonly netuid?: Netuid;
  /** Validators whose root stake may be held, besides `hotkey`. */
  readonly rootHotkeys?: readonly Hotkey[];
}

/** Facts that decide whether a call would be refused, read in as few requests as the runtime allows. */
export interface ChainGuards {
  readonly safeMode: boolean;
  readonly coldkeySwapPending: boolean;
  readonly hotkeyExists: boolean;
  readonly subnetExists: boolean;
  readonly subnetStarted: boolean;
  /** Alpha of the coldkey on the subnet not held by a conviction lock; absent without locks, and where the chain names none. */
  readonly available?: AlphaRao;
  /** Absent where root stake is not held now, and where nothing was asked about root. */
  readonly rootHold?: RootHold;
}

export interface ChainConstants {
  readonly existentialDeposit: Rao;
  readonly minStake: Rao;
  /** Blocks a mortal signature may live at most. */
  readonly blockHashCount: number;
  readonly blockTimeMs: number;
}

/** A call by the runtime's own names with plain values: bigint for numbers, SS58 text for accounts. */
export interface CallSpec {
  readonly pallet: string;
  readonly call: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** A value decoded from bytes, with the type name the metadata gives it. */
export interface DecodedArg {
  readonly name: string;
  readonly type: string;
  /** Plain data: string, bigint, boolean, arrays and records of them; nested calls are DecodedCall. */
  readonly value: unknown;
}

export interface DecodedCall {
  readonly pallet: string;
  readonly call: string;
  readonly args: readonly DecodedArg[];
}

/** An extrinsic ready to be signed: the exact bytes, and what it takes to assemble it afterwards. */
export interface UnsignedExtrinsic {
  readonly signer: Coldkey;
  readonly callBytes: Uint8Array;
  /** The signing payload: call, extra and implicit data. A payload over 256 bytes is hashed by the signer. */
  readonly payload: Uint8Array;
  /** blake2_256 of `payload`, 0x hex: what an approval is bound to. */
  readonly payloadHash: string;
  readonly nonce: number;
  readonly tip: Rao;
  readonly runtime: RuntimeIdentity;
  readonly metadataHashMode: 0 | 1;
  /** Block the mortality starts from, and the last block it may be included in. */
  readonly birth: BlockRef;
  readonly deathBlock: number;
}

/** Read back from payload bytes alone (and the connected runtime's metadata). */
export interface DecodedPayload {
  readonly call: DecodedCall;
  readonly nonce: number;
  readonly tip: Rao;
  readonly era: { readonly period: number; readonly phase: number } | 'immortal';
  readonly specVersion: number;
  readonly transactionVersion: number;
  readonly genesisHash: string;
  readonly birthHash: string;
  readonly metadataHashMode: 0 | 1;
  readonly metadataHash?: string;
}

export interface SignedExtrinsic {
  /** With length prefix, as sent. */
  readonly bytes: Uint8Array;
  /** blake2_256 of `bytes`, 0x hex. */
  readonly hash: string;
}

export interface ChainEvent {
  readonly pallet: string;
  readonly name: string;
  readonly fields: readonly DecodedArg[];
}

/** The dispatch result of one included extrinsic. Inner failures (batch, proxy) count as failed. */
export interface InclusionRecord {
  readonly block: BlockRef;
  readonly index: number;
  readonly ok: boolean;
  /** `Pallet.Error` of the module error, or the DispatchError variant's name; only when not ok. */
  readonly error?: string;
  /** Fee actually paid, rao, from TransactionFeePaid; where it was paid in alpha, the TAO that alpha was sold for. */
  readonly fee: Rao;
  /** Alpha taken instead of TAO for the fee, of the subnet the call named. */
  readonly feeInAlpha?: { readonly netuid: Netuid; readonly alpha: AlphaRao };
  readonly events: readonly ChainEvent[];
}

export type Unsubscribe = () => void;

/** The light chain client. It holds no keys. Every method throws AppError with a chain.* or tx.* code. */
export interface ChainClient extends DelegationReads {
  status(): ChainStatus;
  watchStatus(listener: (status: ChainStatus) => void): Unsubscribe;
  /** Fires once per new best block, after `status()` shows it; once more when finality catches up with it. */
  watchBlocks(listener: (heads: { best: BlockRef; finalized: BlockRef }) => void): Unsubscribe;
  /**
   * Resolves when online; rejects with chain.offline/chain.wrong_genesis at `deadlineMs`. Also waits until calls can
   * be encoded, unless only reads are needed: the encoder costs the first start some hundred milliseconds.
   */
  ready(deadlineMs?: number, need?: 'reads' | 'calls'): Promise<void>;
  capabilities(): Capabilities;
  runtime(): RuntimeIdentity;
  constants(): ChainConstants;

  getAccounts(coldkeys: readonly Coldkey[]): Promise<At<readonly AccountRecord[]>>;
  getStakePositions(coldkeys: readonly Coldkey[]): Promise<At<readonly StakePositionRecord[]>>;
  /** Spot prices of all subnets (root is 1 TAO per alpha). */
  getPrices(): Promise<At<ReadonlyMap<Netuid, RaoPerAlpha>>>;
  getSubnets(): Promise<At<readonly SubnetRecord[]>>;
  getValidators(): Promise<At<readonly ValidatorRecord[]>>;
  /** Buy of alpha with `tao`. Root and runtimes without the simulation: see `capabilities()`. */
  simulateBuy(netuid: Netuid, tao: Rao): Promise<At<SimulatedSwap>>;
  simulateSell(netuid: Netuid, alpha: AlphaRao): Promise<At<SimulatedSwap>>;
  getGuards(query: GuardQuery): Promise<ChainGuards>;

  encodeCall(call: CallSpec): Uint8Array;
  decodeCall(bytes: Uint8Array): DecodedCall;
  /** Fee in rao of the call as `signer` would send it now; exact to the rao when its nonce is named. */
  estimateFee(callBytes: Uint8Array, signer: Coldkey, nonce?: number): Promise<Rao>;
  /** Next nonce from state and the pool; disagreement between them beyond reason is chain.nonce_disagrees. */
  getNextNonce(coldkey: Coldkey): Promise<number>;
  /** Always mortal. @throws AppError chain.unknown_extension when the runtime adds one that is not zero-sized. */
  prepare(request: {
    signer: Coldkey;
    callBytes: Uint8Array;
    nonce: number;
    periodBlocks: number;
    tip?: Rao;
  }): Promise<UnsignedExtrinsic>;
  /** Decodes a signing payload with the connected runtime's metadata. @throws AppError tx.review_mismatch if trailing or malformed. */
  decodePayload(payload: Uint8Array): DecodedPayload;
  assemble(unsigned: UnsignedExtrinsic, multiSignature: Uint8Array): SignedExtrinsic;
  /** Sends; resolves with the hash once the node accepted it. @throws AppError tx.pool_rejected and its kin. */
  submit(extrinsic: SignedExtrinsic): Promise<string>;
  /** Looks for an extrinsic by hash in blocks from..to (canonical chain); undefined when not there. */
  findExtrinsic(hash: string, fromBlock: number, toBlock: number): Promise<InclusionRecord | undefined>;
  getBlockHash(blockNumber: number): Promise<string>;
  close(): Promise<void>;
}
