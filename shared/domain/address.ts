import { fromBufferToBase58, getSs58AddressInfo } from '@polkadot-api/substrate-bindings';
import type { Address } from '../units/account-id.ts';

/** The only SS58 prefix Subtensor uses (constant System.SS58Prefix). */
export const SS58_PREFIX = 42;

export type AddressProblem = 'empty' | 'not_an_address' | 'wrong_prefix';

export type ParsedAddress =
  | { readonly ok: true; readonly address: Address; readonly publicKey: Uint8Array }
  | { readonly ok: false; readonly problem: AddressProblem };

const encode = fromBufferToBase58(SS58_PREFIX);

/** Canonical prefix-42 text of a 32-byte public key. @throws RangeError for any other length. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names the key's role; its bytes cannot
export function addressOf<T extends Address = Address>(publicKey: Uint8Array): T {
  if (publicKey.length !== 32) throw new RangeError(`a public key has 32 bytes, not ${publicKey.length}`);
  // A copy: the encoder remembers addresses by the buffer behind a view, and would answer with a neighbour's.
  return encode(new Uint8Array(publicKey)) as T;
}

/**
 * Accepts exactly base58 text of a 32-byte key with prefix 42 in its canonical form; hex, short keys and
 * other prefixes are refused (the usual decoders accept them all).
 */
export function parseAddress(text: string): ParsedAddress {
  if (text === '') return { ok: false, problem: 'empty' };
  if (text.length > 64) return { ok: false, problem: 'not_an_address' };
  const info = getSs58AddressInfo(text);
  if (!info.isValid || info.publicKey.length !== 32) return { ok: false, problem: 'not_an_address' };
  if (info.ss58Format !== SS58_PREFIX) return { ok: false, problem: 'wrong_prefix' };
  const address = addressOf(info.publicKey);
  return address === text ? { ok: true, address, publicKey: info.publicKey } : { ok: false, problem: 'not_an_address' };
}

const MAX_KNOWN = 8192;
const known = new Set<string>();

/**
 * Whether `parseAddress` accepts the text. What it accepted is remembered: messages and rows name the same accounts thousands
 * of times, and checking a text again takes tens of microseconds.
 */
export function isAddress(text: string): boolean {
  if (known.has(text)) return true;
  if (!parseAddress(text).ok) return false;
  if (known.size >= MAX_KNOWN) known.clear();
  known.add(text);
  return true;
}
