import type { Codec } from '@polkadot-api/substrate-bindings';
import { reducible } from '../balances/account.ts';
import { type AlphaFee, planAlphaFee } from '../fees/alpha-fee.ts';
import { partialFee } from '../fees/fee.ts';
import { callInfo } from '../fees/weights.ts';
import { type AccountId, bytesOf } from '../hex.ts';
import type { RuntimeCall } from '../interface.ts';
import type { BlockContext, InvalidTransaction, RuntimeVersion, StateReader, ValidTransaction } from '../port.ts';
import { Account, BlockHash } from '../storage/system.ts';
import { type DecodedExtrinsic, decodeExtrinsic, type SignedEnvelope } from './decode.ts';
import { birthOf, deathOf } from './era.ts';
import { isSignatureGood } from './verify.ts';

/** What extrinsics are read with, and signatures checked against, besides the block. */
export interface ChainIdentityFacts {
  readonly version: RuntimeVersion;
  readonly metadataDigest: Uint8Array;
  readonly callCodec: Codec<RuntimeCall>;
}

export interface CheckedExtrinsic {
  readonly ok: true;
  readonly extrinsic: DecodedExtrinsic;
  readonly signed: (SignedEnvelope & { readonly signer: AccountId }) | undefined;
  readonly paysFee: boolean;
  /** Rao for inclusion, without tip. */
  readonly fee: bigint;
  /** Set when the balance does not cover the fee and stake does. */
  readonly alphaFee: AlphaFee | undefined;
  readonly accountNonce: number;
}

const U64_MAX = (1n << 64n) - 1n;

function refusal(kind: InvalidTransaction['kind']): InvalidTransaction {
  return { ok: false, kind };
}

function birthHash(state: StateReader, context: BlockContext, block: number): Uint8Array | undefined {
  if (block === 0) return context.genesisHash;
  // The state knows its own fork; the newest ancestor is not in it yet while a transaction waits in the pool.
  const stored = BlockHash.find(state, block);
  return stored === undefined ? context.hashOf(block) : bytesOf(stored);
}

/** Everything that can be said about an extrinsic before it runs, in the order of the signed extensions. */
export function checkExtrinsic(
  state: StateReader,
  bytes: Uint8Array,
  context: BlockContext,
  facts: ChainIdentityFacts,
): CheckedExtrinsic | InvalidTransaction {
  let extrinsic: DecodedExtrinsic;
  try {
    extrinsic = decodeExtrinsic(bytes, facts.callCodec);
  } catch {
    return refusal('Call');
  }
  const { signed } = extrinsic;
  if (signed === undefined)
    return { ok: true, extrinsic, signed: undefined, alphaFee: undefined, paysFee: false, fee: 0n, accountNonce: 0 };
  const { signer } = signed;
  if (signer === undefined) return { ok: false, kind: 'BadSigner' };
  const hash = birthHash(state, context, birthOf(signed.era, context.blockNumber));
  if (hash === undefined) return refusal('AncientBirthBlock');
  const implicit = {
    specVersion: facts.version.specVersion,
    transactionVersion: facts.version.transactionVersion,
    genesisHash: context.genesisHash,
    birthHash: hash,
    metadataDigest: facts.metadataDigest,
  };
  if (!isSignatureGood(extrinsic, signed, implicit)) return refusal('BadProof');
  const account = Account.get(state, signer);
  if (account.providers === 0 && account.sufficients === 0) return refusal('Payment');
  if (signed.nonce < account.nonce) return refusal('Stale');
  const info = callInfo(extrinsic.call);
  const fee = partialFee(info, extrinsic.length);
  const total = fee + signed.tip;
  const alphaFee = total > reducible(account, true) ? planAlphaFee(state, extrinsic.call, signer, total) : undefined;
  if (total > reducible(account, true) && alphaFee === undefined) return refusal('Payment');
  return {
    ok: true,
    extrinsic,
    signed: { ...signed, signer },
    alphaFee,
    paysFee: info.paysFee,
    fee,
    accountNonce: account.nonce,
  };
}

function tag(signer: AccountId, nonce: number): string {
  const suffix = new Uint8Array(4);
  new DataView(suffix.buffer).setUint32(0, nonce, true);
  return signer + Buffer.from(suffix).toString('hex');
}

/** The pool's view of a checked extrinsic. Bare ones (inherents) never enter the pool. */
export function toValidity(checked: CheckedExtrinsic, context: BlockContext): ValidTransaction | InvalidTransaction {
  const { signed } = checked;
  if (signed === undefined) return refusal('UnknownOrigin');
  const death = deathOf(signed.era, context.blockNumber);
  return {
    ok: true,
    // Flat per class: a tip buys no priority on this chain.
    priority: 1n,
    requires: signed.nonce > checked.accountNonce ? [tag(signed.signer, signed.nonce - 1)] : [],
    provides: [tag(signed.signer, signed.nonce)],
    longevity: Number.isFinite(death) ? BigInt(Math.max(death - context.blockNumber, 0)) : U64_MAX,
    propagate: true,
  };
}
