import { randomBytes } from 'node:crypto';
import { ed25519PairFromSeed } from '@polkadot/util-crypto/ed25519';
import { naclDecrypt, naclEncrypt } from '@polkadot/util-crypto/nacl';
import { getSs58AddressInfo } from '@polkadot-api/substrate-bindings';
import * as z from 'zod';
import { addressOf } from '../../../shared/domain/address.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { CRYPTO_TYPES, type CryptoType, MAX_LABEL } from '../account-record.ts';
import { scryptKey } from '../vault/kdf.ts';
import { wipeBytes } from '../vault/secrets-codec.ts';
import { isPairConsistent, type KeyPair, sr25519Pair } from './pairs.ts';

export const MAX_JSON_UNITS = 1_048_576;

// The polkadot-js keystore, version 3: base64 of (salt 32, N, p, r as u32 LE), nonce 24, secretbox of a "pkcs8" body.
const SALT = 32;
const PARAMS = SALT + 12;
const NONCE = 24;
const HEADER = Uint8Array.from([48, 83, 2, 1, 1, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32]);
const DIVIDER = Uint8Array.from([161, 35, 3, 33, 0]);

/** scrypt strengths polkadot-js has ever written; anything else is refused before it runs. Each pair is [log2 N, p], r = 8. */
const ALLOWED_SCRYPT: readonly (readonly [number, number])[] = [
  [13, 10],
  [14, 5],
  [15, 3],
  [15, 1],
  [16, 2],
  [17, 1],
];

const zKeystore = z.object({
  address: z.string().min(1).max(128),
  encoded: z.string().min(1).max(4096),
  encoding: z.object({
    content: z.array(z.string().max(32)).max(4),
    type: z.union([z.string().max(32), z.array(z.string().max(32)).max(4)]),
    version: z.union([z.string().max(8), z.int()]),
  }),
  meta: z
    .object({ name: z.string().max(4096).optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

export interface ImportedJson {
  readonly cryptoType: CryptoType;
  readonly pair: KeyPair;
  /** The file's own name for the account, made safe; absent when it has none. */
  readonly name?: string;
}

const unsupported = (reason: string): AppError => new AppError('keys.json_unsupported', { reason });
const startsWith = (bytes: Uint8Array, prefix: Uint8Array, at = 0): boolean =>
  Buffer.compare(bytes.subarray(at, at + prefix.length), prefix) === 0;

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('keys.json_invalid', { reason: 'not_json' }); // no cause: its message quotes the file
  }
}

function readKeystore(text: string): { keystore: z.output<typeof zKeystore>; cryptoType: CryptoType; box: Uint8Array } {
  if (text.length > MAX_JSON_UNITS) throw new AppError('keys.json_invalid', { reason: 'too_large' });
  const json = parseText(text);
  if (typeof json === 'object' && json !== null && 'encodedAccounts' in json) throw unsupported('batch');
  const parsed = zKeystore.safeParse(json);
  if (!parsed.success) throw new AppError('keys.json_invalid', { reason: 'shape' });
  const { encoding, encoded } = parsed.data;
  const cryptoType = CRYPTO_TYPES.find((type) => type === encoding.content[1]);
  if (encoding.content.length !== 2 || encoding.content[0] !== 'pkcs8' || cryptoType === undefined) {
    throw unsupported('key_type');
  }
  const types = [encoding.type].flat();
  if (types.includes('none')) throw unsupported('not_encrypted');
  if (String(encoding.version) !== '3' || types.join() !== 'scrypt,xsalsa20-poly1305') throw unsupported('encryption');
  const box = Buffer.from(encoded, 'base64');
  if (box.toString('base64') !== encoded) throw new AppError('keys.json_invalid', { reason: 'encoded' });
  return { keystore: parsed.data, cryptoType, box };
}

async function openBox(box: Uint8Array, password: string): Promise<Uint8Array> {
  if (box.length < PARAMS + NONCE + 16 + 64 || box.length > 1024)
    throw new AppError('keys.json_invalid', { reason: 'length' });
  const view = new DataView(box.buffer, box.byteOffset, box.byteLength);
  const [N, p, r] = [view.getUint32(SALT, true), view.getUint32(SALT + 4, true), view.getUint32(SALT + 8, true)];
  if (r !== 8 || !ALLOWED_SCRYPT.some(([log, lanes]) => N === 2 ** log && p === lanes))
    throw unsupported('scrypt_strength');
  const passwordBytes = new TextEncoder().encode(password);
  const key = await scryptKey(passwordBytes, box.subarray(0, SALT), { N, r, p, keyBytes: 64 });
  try {
    const plain = naclDecrypt(box.subarray(PARAMS + NONCE), box.subarray(PARAMS, PARAMS + NONCE), key.subarray(0, 32));
    if (!plain) throw new AppError('keys.json_wrong_password');
    return plain;
  } finally {
    wipeBytes(passwordBytes, key);
  }
}

function pairOf(plain: Uint8Array, type: CryptoType): KeyPair {
  const secretBytes = plain.length - HEADER.length - DIVIDER.length - 32;
  const publicAt = plain.length - 32;
  if (
    (secretBytes !== 64 && secretBytes !== 32) ||
    !startsWith(plain, HEADER) ||
    !startsWith(plain, DIVIDER, publicAt - DIVIDER.length)
  ) {
    throw new AppError('keys.json_invalid', { reason: 'body' });
  }
  const secret = Uint8Array.from(plain.subarray(HEADER.length, HEADER.length + secretBytes));
  const claimed = Uint8Array.from(plain.subarray(publicAt));
  if (secretBytes === 64) return { secretKey: secret, publicKey: claimed };
  const pair = type === 'sr25519' ? sr25519Pair(secret) : ed25519PairFromSeed(secret, true);
  wipeBytes(secret);
  return { secretKey: pair.secretKey, publicKey: claimed };
}

function safeName(name: string | undefined): string | undefined {
  const text = name
    ?.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim()
    .slice(0, MAX_LABEL)
    .trim();
  return text === '' ? undefined : text?.replace(/\p{Cs}/gu, '');
}

/**
 * Opens a polkadot-js keystore. The file's `address` is shown to people before anything is decrypted and is bound to
 * nothing, so it must decode (any SS58 prefix) to the key inside, and the key must prove its own public key.
 * The password is used as typed. @throws AppError keys.json_*
 */
export async function importPolkadotJson(text: string, password: string): Promise<ImportedJson> {
  const { keystore, cryptoType, box } = readKeystore(text);
  const plain = await openBox(box, password);
  try {
    const pair = pairOf(plain, cryptoType);
    const shown = getSs58AddressInfo(keystore.address);
    const agrees = shown.isValid && Buffer.compare(shown.publicKey, pair.publicKey) === 0;
    if (!agrees || !isPairConsistent(cryptoType, pair)) {
      wipeBytes(pair.secretKey);
      throw new AppError('keys.json_address_mismatch');
    }
    const name = safeName(keystore.meta?.name);
    return { cryptoType, pair, ...(name !== undefined && { name }) };
  } finally {
    wipeBytes(plain);
  }
}

/** A polkadot-js keystore of one account at the strongest scrypt it knows (2^17). The password is used as typed. */
export async function exportPolkadotJson(
  type: CryptoType,
  pair: KeyPair,
  label: string,
  password: string,
): Promise<string> {
  const salt = randomBytes(SALT);
  const params = Buffer.alloc(12);
  params.writeUInt32LE(2 ** 17, 0);
  params.writeUInt32LE(1, 4);
  params.writeUInt32LE(8, 8);
  const plain = Buffer.concat([HEADER, pair.secretKey, DIVIDER, pair.publicKey]);
  const passwordBytes = new TextEncoder().encode(password);
  const key = await scryptKey(passwordBytes, salt, { N: 2 ** 17, r: 8, p: 1, keyBytes: 64 });
  try {
    const { encrypted, nonce } = naclEncrypt(plain, key.subarray(0, 32));
    return JSON.stringify({
      encoded: Buffer.concat([salt, params, nonce, encrypted]).toString('base64'),
      encoding: { content: ['pkcs8', type], type: ['scrypt', 'xsalsa20-poly1305'], version: '3' },
      address: addressOf(pair.publicKey),
      meta: { name: label },
    });
  } finally {
    wipeBytes(plain, key, passwordBytes);
  }
}
