import { sr25519Sign, xxhashAsU8a } from '@polkadot/util-crypto';
import { Vector } from '@polkadot-api/substrate-bindings';
import { type DevAccount, devAccounts } from '../scenarios/dev-accounts.ts';
import { compactLength } from './block/events.ts';
import { moduleErrorName } from './codecs.ts';
import type { DispatchError } from './dispatch-error.ts';
import { signedPayload } from './extrinsic/verify.ts';
import { bytesOf, concatBytes } from './hex.ts';
import { interfaceOf } from './interface.ts';
import { type Edition, metadataDigest } from './metadata-source.ts';
import { MapState } from './overlay.ts';
import type { BlockContext, Runtime, State } from './port.ts';
import { editionOf } from './storage/baskets.ts';
import { Account, Events } from './storage/system.ts';

export const GENESIS_HASH = new Uint8Array(32).fill(7);

export function blockHash(number: number): Uint8Array {
  return number === 0 ? GENESIS_HASH : concatBytes([xxhashAsU8a(new Uint8Array([number & 255, number >> 8]), 256)]);
}

export function contextAt(blockNumber: number): BlockContext {
  return {
    genesisHash: GENESIS_HASH,
    blockNumber,
    hashOf: (number) => (number < blockNumber ? blockHash(number) : undefined),
    timestampMs: BigInt(blockNumber) * 12_000n,
  };
}

export function callOf(pallet: string, name: string, args: unknown, edition: Edition = 'mainnet'): Uint8Array {
  return interfaceOf(edition).callCodec.enc({ type: pallet, value: { type: name, value: args } });
}

/** Differences from a good sr25519 extrinsic. */
export interface SignOptions {
  readonly nonce?: number;
  readonly tip?: bigint;
  readonly specVersion?: number;
  readonly genesisHash?: Uint8Array;
  readonly mode?: 0 | 1;
  readonly digest?: Uint8Array;
  /** Era bytes and the hash they commit to; immortal when absent. */
  readonly era?: { readonly bytes: Uint8Array; readonly birthHash: Uint8Array };
  readonly sign?: (payload: Uint8Array) => {
    readonly kind: number;
    readonly signature: Uint8Array;
    readonly signer: Uint8Array;
  };
}

export function compact(value: bigint): Uint8Array {
  if (value < 1n << 30n) return compactLength(Number(value));
  const digits = value.toString(16);
  const bytes = bytesOf(digits.padStart(digits.length + (digits.length % 2), '0')).reverse();
  return concatBytes([Uint8Array.of(((bytes.length - 4) << 2) | 3), bytes]);
}

export function signedExtrinsic(
  runtime: Runtime,
  from: DevAccount,
  callBytes: Uint8Array,
  options: SignOptions = {},
): Uint8Array {
  const mode = options.mode ?? 0;
  const extra = concatBytes([
    options.era?.bytes ?? Uint8Array.of(0),
    compact(BigInt(options.nonce ?? 0)),
    compact(options.tip ?? 0n),
    Uint8Array.of(mode),
  ]);
  const payload = signedPayload(
    { callBytes },
    { extra, metadataHashMode: mode },
    {
      specVersion: options.specVersion ?? runtime.version.specVersion,
      transactionVersion: runtime.version.transactionVersion,
      genesisHash: options.genesisHash ?? GENESIS_HASH,
      birthHash: options.era?.birthHash ?? options.genesisHash ?? GENESIS_HASH,
      metadataDigest: options.digest ?? metadataDigest(),
    },
  );
  const proof = options.sign?.(payload) ?? { kind: 1, signature: sr25519Sign(payload, from), signer: from.publicKey };
  const body = concatBytes([
    Uint8Array.of(0x84, 0),
    proof.signer,
    Uint8Array.of(proof.kind),
    proof.signature,
    extra,
    callBytes,
  ]);
  return concatBytes([compactLength(body.length), body]);
}

export interface SeenEvent {
  readonly name: string;
  readonly value: unknown;
  readonly phase: string;
}

/** Events of the block as they are stored, decoded. */
export function eventsOf(state: State): SeenEvent[] {
  const bytes = state.get(Events.keyOf());
  if (bytes === undefined) return [];
  return Vector(interfaceOf(editionOf(state)).eventRecordCodec)
    .dec(bytes)
    .map(({ event, phase }) => {
      return { name: `${event.type}.${event.value.type}`, value: event.value.value, phase: phase.type };
    });
}

/** Rao of the first TransactionFeePaid. */
export function feeIn(events: readonly SeenEvent[]): bigint {
  const paid = events.find((event) => event.name === 'TransactionPayment.TransactionFeePaid');
  if (paid === undefined) throw new Error('no fee was paid');
  return (paid.value as { actual_fee: bigint }).actual_fee;
}

/** Drives a runtime the way a node does, over a map. */
export class TestChain {
  readonly runtime: Runtime;
  readonly state: MapState;
  readonly dev: ReadonlyMap<string, DevAccount>;
  readonly edition: Edition;
  blockNumber = 0;

  constructor(runtime: Runtime, genesis: ReadonlyMap<string, Uint8Array>, edition: Edition = 'mainnet') {
    this.runtime = runtime;
    this.edition = edition;
    this.state = new MapState(genesis);
    this.dev = new Map(devAccounts().map((account) => [account.name, account]));
  }

  account(name: string): DevAccount {
    const account = this.dev.get(name);
    if (account === undefined) throw new Error(`no dev account ${name}`);
    return account;
  }

  get context(): BlockContext {
    return contextAt(this.blockNumber + 1);
  }

  sign(name: string, pallet: string, call: string, args: unknown, options: SignOptions = {}): Uint8Array {
    const from = this.account(name);
    const nonce = options.nonce ?? Account.get(this.state, from.accountId).nonce;
    return signedExtrinsic(this.runtime, from, callOf(pallet, call, args, this.edition), { ...options, nonce });
  }

  /** Builds one block; a refused extrinsic throws. Returns the events of the block. */
  block(extrinsics: readonly Uint8Array[] = []): SeenEvent[] {
    const { context } = this;
    this.runtime.initializeBlock(this.state, context, blockHash(this.blockNumber), []);
    for (const bytes of [...this.runtime.inherents(context), ...extrinsics]) {
      const result = this.runtime.applyExtrinsic(this.state, bytes, context);
      if (!('included' in result)) throw new Error(`refused: ${result.kind}`);
    }
    this.runtime.finalizeBlock(this.state);
    this.blockNumber += 1;
    return eventsOf(this.state);
  }

  /** Signs, includes and returns the events of that extrinsic. */
  submit(name: string, pallet: string, call: string, args: unknown, options: SignOptions = {}): SeenEvent[] {
    return this.block([this.sign(name, pallet, call, args, options)])
      .filter((event) => event.phase === 'ApplyExtrinsic')
      .slice(1);
  }
}

/** Asks a runtime API the way a client does: bytes in, bytes out. */
export function ask(chain: TestChain, api: string, method: string, ...args: unknown[]): unknown {
  const shape = interfaceOf(chain.edition).apiShape(api, method);
  if (shape === undefined) throw new Error(`${api}_${method} is not described`);
  const reply = chain.runtime.call(chain.state, `${api}_${method}`, shape.args.enc(args), chain.context);
  return shape.value.dec(reply);
}

/** Names of a failed extrinsic's error, `Pallet.Error` or `Token.Variant`; undefined when it succeeded. */
export function failureIn(events: readonly SeenEvent[]): string | undefined {
  const failed = events.find((event) => event.name === 'System.ExtrinsicFailed');
  if (failed === undefined) return undefined;
  const { dispatch_error: error } = failed.value as { dispatch_error: DispatchError };
  return errorName(error);
}

export function errorName(error: DispatchError): string {
  switch (error.type) {
    case 'Module':
      return moduleErrorName(error.value.index, Number.parseInt(error.value.error.slice(2, 4), 16));
    case 'Token':
    case 'Arithmetic':
      return `${error.type}.${error.value.type}`;
    case 'BadOrigin':
    case 'CannotLookup':
    case 'RootNotAllowed':
      return error.type;
  }
}
