import { blake2AsHex } from '@polkadot/util-crypto/blake2';
import { AppError } from '../../../shared/errors/index.ts';
import {
  type AlphaRao,
  type Coldkey,
  type Netuid,
  RAO_PER_TAO,
  type Rao,
  type RaoPerAlpha,
  toRao,
  toRaoPerAlpha,
  ZERO_RAO,
} from '../../../shared/units/index.ts';
import type {
  AccountRecord,
  BlockRef,
  CallSpec,
  ChainClient,
  ChainEvent,
  ChainGuards,
  DecodedCall,
  DecodedPayload,
  InclusionRecord,
  SignedExtrinsic,
  SimulatedSwap,
  SubnetRecord,
  UnsignedExtrinsic,
  ValidatorRecord,
} from '../../chain/port.ts';
import { FakeDelegation } from './fake-delegation.test-support.ts';
import { buy, type FakePool, NO_SWAP, sell } from './fake-pools.test-support.ts';

const hashOf = (text: string): string => blake2AsHex(new TextEncoder().encode(text));
const toText = (value: unknown): string =>
  JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? `${item}n` : item));
const fromText = (text: string): unknown =>
  JSON.parse(text, (_key, item: unknown) =>
    typeof item === 'string' && /^\d+n$/u.test(item) ? BigInt(item.slice(0, -1)) : item,
  );

interface FakeBlock extends BlockRef {
  readonly included: ReadonlyMap<string, InclusionRecord>;
}

/**
 * A chain client over a chain that exists only in this object. Calls are JSON behind a length, so a test can read and bend
 * the bytes; everything a test may want to script is a public field.
 */
export class FakeChain extends FakeDelegation implements ChainClient {
  fork = 0;
  blocks: FakeBlock[] = [];
  finalizedHeight = 0;
  runtimeNow = {
    genesisHash: hashOf('genesis'),
    specName: 'node-subtensor',
    specVersion: 424,
    transactionVersion: 1,
  };
  capabilitiesNow = {
    typedRuntimeApis: true,
    limitStaking: true,
    swapStake: true,
    swapStakeLimit: true,
    moveStake: true,
    moveStakeLimit: false,
    transferStake: true,
    unstakeAll: true,
    fullExitLimit: true,
    quotes: true,
    quoteSlippage: true,
    allPrices: true,
    stakeAvailability: true,
    clearSigning: true,
    senateVoting: false,
    collectiveReferenda: false,
    convictionLocks: true,
    rootClaims: true,
    rootBaskets: false,
    rootStakeHold: false,
    autoStake: true,
    takeChanges: true,
    childKeys: true,
    atomicBatch: true,
    alphaFees: true,
    oneStakeCallPerBlock: false,
    capsAtPosition: true,
    epochDividends: true,
    selectiveMetagraph: true,
  };
  accounts = new Map<string, Partial<AccountRecord>>();
  pools = new Map<number, FakePool>();
  subnets: SubnetRecord[] = [];
  validators: ValidatorRecord[] = [];
  guards: ChainGuards = {
    safeMode: false,
    coldkeySwapPending: false,
    hotkeyExists: true,
    subnetExists: true,
    subnetStarted: true,
  };
  fee = toRao(135_261n);
  /** What the chain counts; a submitted extrinsic adds one. */
  nonce = 0;
  minStake = toRao(2_000_000n);
  existentialDeposit = toRao(500n);
  metadataHashMode: 0 | 1 = 1;
  submitted: SignedExtrinsic[] = [];
  /** How the node answers a submission; the default accepts. */
  onSubmit: (extrinsic: SignedExtrinsic) => Promise<void> = () => Promise.resolve();
  /** How a lying client or node would bend the call before it is encoded. */
  bendCall: (call: CallSpec) => CallSpec = (call) => call;
  bendPayload: (decoded: DecodedPayload) => DecodedPayload = (decoded) => decoded;
  onFind: () => void = () => undefined;
  readonly #listeners = new Set<(heads: { best: BlockRef; finalized: BlockRef }) => void>();

  constructor() {
    super();
    this.blocks = [this.#block(0)];
    this.mine(10);
    this.finalizedHeight = 8;
  }

  get best(): BlockRef {
    const { blockNumber, blockHash } = this.blocks.at(-1) ?? this.#block(0);
    return { blockNumber, blockHash };
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  #block(blockNumber: number, included = new Map<string, InclusionRecord>()): FakeBlock {
    return { blockNumber, blockHash: hashOf(`${blockNumber}/${this.fork}`), included };
  }

  /** New blocks; finality follows two behind. */
  mine(count = 1): void {
    for (let i = 0; i < count; i += 1) this.blocks.push(this.#block(this.blocks.length));
    this.finalizedHeight = Math.max(this.finalizedHeight, this.blocks.length - 3);
    this.#tell();
  }

  /** A new block with this extrinsic in it. */
  include(
    hash: string,
    outcome: {
      error?: string;
      events?: readonly ChainEvent[];
      fee?: Rao;
      feeInAlpha?: InclusionRecord['feeInAlpha'];
    } = {},
  ): BlockRef {
    const included = new Map<string, InclusionRecord>();
    const block = this.#block(this.blocks.length, included);
    const { blockNumber, blockHash } = block;
    included.set(hash, {
      block: { blockNumber, blockHash },
      index: 2,
      ok: outcome.error === undefined,
      ...(outcome.error === undefined ? {} : { error: outcome.error }),
      fee: outcome.fee ?? this.fee,
      ...(outcome.feeInAlpha === undefined ? {} : { feeInAlpha: outcome.feeInAlpha }),
      events: outcome.events ?? [],
    });
    this.blocks.push(block);
    this.#tell();
    return { blockNumber, blockHash };
  }

  /** Replaces the newest blocks by as many empty ones of another fork. */
  reorg(depth: number): void {
    this.fork += 1;
    const height = this.blocks.length;
    this.blocks.length = height - depth;
    while (this.blocks.length < height) this.blocks.push(this.#block(this.blocks.length));
    this.#tell();
  }

  finalize(height = this.blocks.length - 1): void {
    this.finalizedHeight = height;
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener({ best: this.best, finalized: this.#finalized() });
  }

  #finalized(): BlockRef {
    const found = this.blocks[this.finalizedHeight] ?? this.#block(0);
    return { blockNumber: found.blockNumber, blockHash: found.blockHash };
  }

  status() {
    return {
      phase: this.online ? ('online' as const) : ('offline' as const),
      endpoints: [],
      best: this.best,
      finalized: this.#finalized(),
      specVersion: this.runtimeNow.specVersion,
    };
  }
  watchStatus() {
    return () => undefined;
  }
  watchBlocks(listener: (heads: { best: BlockRef; finalized: BlockRef }) => void) {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }
  ready() {
    return this.online ? Promise.resolve() : Promise.reject(new AppError('chain.offline'));
  }
  capabilities() {
    return this.capabilitiesNow;
  }
  runtime() {
    return { ...this.runtimeNow };
  }
  constants() {
    const { existentialDeposit, minStake } = this;
    return { existentialDeposit, minStake, blockHashCount: 2400, blockTimeMs: 12_000 };
  }

  getAccounts(coldkeys: readonly Coldkey[]) {
    return this.at(
      'accounts',
      coldkeys.map((address) => {
        const set = this.accounts.get(address);
        const base = { address, nonce: 0, free: ZERO_RAO, reserved: ZERO_RAO, frozen: ZERO_RAO };
        return { ...base, consumers: 0, providers: set === undefined ? 0 : 1, sufficients: 0, ...set };
      }),
    );
  }
  getStakePositions(coldkeys: readonly Coldkey[]) {
    return this.at(
      'positions',
      this.positions.filter(({ coldkey }) => coldkeys.includes(coldkey)),
    );
  }
  getPrices() {
    const prices = new Map<Netuid, RaoPerAlpha>([[0 as Netuid, toRaoPerAlpha(RAO_PER_TAO)]]);
    for (const [netuid, { tao, alpha }] of this.pools) {
      prices.set(netuid as Netuid, toRaoPerAlpha((tao * RAO_PER_TAO) / alpha));
    }
    return this.at<ReadonlyMap<Netuid, RaoPerAlpha>>('prices', prices);
  }
  getSubnets() {
    return this.at('subnets', this.subnets);
  }
  getValidators() {
    return this.at('validators', this.validators);
  }
  simulateBuy(netuid: Netuid, tao: Rao) {
    const pool = this.pools.get(netuid);
    return this.at('simulateBuy', pool === undefined ? NO_SWAP : buy(pool, tao));
  }
  simulateSell(netuid: Netuid, alpha: AlphaRao) {
    const pool = this.pools.get(netuid);
    return this.at('simulateSell', pool === undefined ? NO_SWAP : sell(pool, alpha));
  }
  protected sellNow(netuid: Netuid, alpha: AlphaRao): SimulatedSwap {
    const pool = this.pools.get(netuid);
    return pool === undefined || alpha === 0n ? NO_SWAP : sell(pool, alpha);
  }
  async getGuards({ coldkey, netuid }: { readonly coldkey: Coldkey; readonly netuid?: Netuid }) {
    const found = this.rowsOf([coldkey]).find((row) => row.netuid === netuid);
    return (await this.at('guards', { ...(found === undefined ? {} : { available: found.available }), ...this.guards }))
      .value;
  }

  encodeCall(call: CallSpec): Uint8Array {
    const body = new TextEncoder().encode(toText(this.bendCall(call)));
    const bytes = new Uint8Array(4 + body.length);
    new DataView(bytes.buffer).setUint32(0, body.length);
    bytes.set(body, 4);
    return bytes;
  }
  decodeCall(bytes: Uint8Array): DecodedCall {
    return this.#split(bytes).call;
  }
  #split(bytes: Uint8Array): { call: DecodedCall; rest: string } {
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
    const text = (part: Uint8Array): string => new TextDecoder().decode(part);
    const call = decodedCall(fromText(text(bytes.subarray(4, 4 + length))) as CallSpec);
    return { call, rest: text(bytes.subarray(4 + length)) };
  }
  async estimateFee() {
    return (await this.at('fee', this.fee)).value;
  }
  async getNextNonce() {
    return (await this.at('nonce', this.nonce)).value;
  }
  prepare(request: { signer: Coldkey; callBytes: Uint8Array; nonce: number; periodBlocks: number; tip?: Rao }) {
    const { callBytes, signer, nonce, periodBlocks } = request;
    const runtime = this.runtime();
    const birth = this.best;
    const extra = {
      nonce,
      tip: 0n,
      era: { period: periodBlocks, phase: birth.blockNumber % periodBlocks },
      specVersion: runtime.specVersion,
      transactionVersion: runtime.transactionVersion,
      genesisHash: runtime.genesisHash,
      birthHash: birth.blockHash,
      metadataHashMode: this.metadataHashMode,
      ...(this.metadataHashMode === 1 ? { metadataHash: hashOf('metadata') } : {}),
    };
    const payload = new Uint8Array([...callBytes, ...new TextEncoder().encode(toText(extra))]);
    const unsigned: UnsignedExtrinsic = {
      signer,
      callBytes,
      payload,
      payloadHash: blake2AsHex(payload),
      nonce,
      tip: ZERO_RAO,
      runtime,
      metadataHashMode: this.metadataHashMode,
      birth,
      deathBlock: birth.blockNumber + periodBlocks - 1,
    };
    return Promise.resolve(unsigned);
  }
  decodePayload(payload: Uint8Array): DecodedPayload {
    const { call, rest } = this.#split(payload);
    return this.bendPayload({ ...(fromText(rest) as Omit<DecodedPayload, 'call'>), call });
  }
  assemble(unsigned: UnsignedExtrinsic, multiSignature: Uint8Array): SignedExtrinsic {
    const bytes = new Uint8Array([...multiSignature, ...unsigned.callBytes]);
    return { bytes, hash: blake2AsHex(bytes) };
  }
  async submit(extrinsic: SignedExtrinsic): Promise<string> {
    this.submitted.push(extrinsic);
    await this.onSubmit(extrinsic);
    this.nonce += 1;
    return extrinsic.hash;
  }
  findExtrinsic(hash: string, fromBlock: number, toBlock: number) {
    this.requests.push(`find ${fromBlock}..${toBlock}`);
    this.onFind();
    const blocks = this.blocks.slice(fromBlock, toBlock + 1);
    return Promise.resolve(blocks.map(({ included }) => included.get(hash)).find((found) => found !== undefined));
  }
  getBlockHash(blockNumber: number) {
    const hash = this.blocks[blockNumber]?.blockHash;
    return hash === undefined ? Promise.reject(new AppError('chain.rpc_failed')) : Promise.resolve(hash);
  }
  close() {
    return Promise.resolve();
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** As the decoder shows it: calls inside calls, integers as bigint, variants with fields as `{type, value}`. */
function decodedValue(value: unknown): unknown {
  if (typeof value === 'number') return BigInt(value);
  if (Array.isArray(value)) return value.map(decodedValue);
  if (!isRecord(value)) return value;
  if ('pallet' in value && 'args' in value) return decodedCall(value as unknown as CallSpec);
  const entries = Object.entries(value).map(([key, item]) => [key, decodedValue(item)] as const);
  const [variant] = entries;
  return variant !== undefined && /^[A-Z]/u.test(variant[0])
    ? { type: variant[0], value: variant[1] }
    : Object.fromEntries(entries);
}

function decodedCall({ pallet, call, args }: CallSpec): DecodedCall {
  const list = Object.entries(args).map(([name, value]) => ({ name, type: typeof value, value: decodedValue(value) }));
  return { pallet, call, args: list };
}
