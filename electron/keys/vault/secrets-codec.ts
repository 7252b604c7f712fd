import { CRYPTO_TYPES, type CryptoType } from '../account-record.ts';

/**
 * The secret part of an account. Bytes, not strings, so that they can be overwritten.
 * `secretKey` is the 64-byte expanded key (sr25519: scalar and nonce; ed25519: seed and public key).
 */
export interface AccountSecret {
  readonly id: string;
  readonly cryptoType: CryptoType;
  readonly secretKey: Uint8Array;
  readonly seed?: Uint8Array;
  /** BIP39 entropy of the words, 16 or 32 bytes. */
  readonly entropy?: Uint8Array;
}

const SECRET_KEY_BYTES = 64;
const SEED_BYTES = 32;
const LAYOUT = 1;

/** Overwrites secrets with zeroes. The engine may have made copies; this is the best JavaScript offers. */
export function wipe(secrets: Iterable<AccountSecret>): void {
  for (const secret of secrets) wipeBytes(secret.secretKey, secret.seed, secret.entropy);
}

export function wipeBytes(...buffers: readonly (Uint8Array | undefined)[]): void {
  for (const buffer of buffers) buffer?.fill(0);
}

/**
 * Layout: u8 version, u16 count, then per account: u8 id length, id, u8 crypto type, 64 bytes secret key,
 * u8 seed length (0 or 32), seed, u8 entropy length (0, 16 or 32), entropy. Little endian.
 * The result is plain secret material: wipe it.
 */
export function encodeSecrets(secrets: readonly AccountSecret[]): Uint8Array {
  const size = secrets.reduce(
    (sum, { id, seed, entropy }) =>
      sum + 4 + id.length + SECRET_KEY_BYTES + (seed?.length ?? 0) + (entropy?.length ?? 0),
    3,
  );
  const out = Buffer.alloc(size);
  out.writeUInt8(LAYOUT, 0);
  out.writeUInt16LE(secrets.length, 1);
  let at = 3;
  const sized = (bytes: Uint8Array): void => {
    at = out.writeUInt8(bytes.length, at);
    out.set(bytes, at);
    at += bytes.length;
  };
  for (const { id, cryptoType, secretKey, seed, entropy } of secrets) {
    if (secretKey.length !== SECRET_KEY_BYTES) throw new RangeError('a secret key has 64 bytes');
    sized(Buffer.from(id, 'latin1'));
    at = out.writeUInt8(CRYPTO_TYPES.indexOf(cryptoType), at);
    out.set(secretKey, at);
    at += SECRET_KEY_BYTES;
    sized(seed ?? new Uint8Array());
    sized(entropy ?? new Uint8Array());
  }
  return out;
}

/** Copies out of `bytes`, which the caller still wipes. @throws RangeError when the layout is not exactly as written. */
export function decodeSecrets(bytes: Uint8Array): AccountSecret[] {
  let at = 0;
  const take = (length: number): Uint8Array => {
    if (at + length > bytes.length) throw new RangeError('secrets end early');
    at += length;
    return Uint8Array.from(bytes.subarray(at - length, at)); // Buffer.slice would be a view of what is wiped later
  };
  const u8 = (): number => take(1)[0] ?? 0;
  const optional = (allowed: readonly number[]): Uint8Array | undefined => {
    const length = u8();
    if (length === 0) return undefined;
    if (!allowed.includes(length)) throw new RangeError('unexpected length in secrets');
    return take(length);
  };
  if (u8() !== LAYOUT) throw new RangeError('unknown layout of secrets');
  const count = u8() + u8() * 256;
  const secrets: AccountSecret[] = [];
  for (let index = 0; index < count; index += 1) {
    const id = Buffer.from(take(u8())).toString('latin1');
    const cryptoType = CRYPTO_TYPES[u8()];
    if (cryptoType === undefined) throw new RangeError('unknown crypto type in secrets');
    const secretKey = take(SECRET_KEY_BYTES);
    const seed = optional([SEED_BYTES]);
    const entropy = optional([16, 32]);
    secrets.push({ id, cryptoType, secretKey, ...(seed && { seed }), ...(entropy && { entropy }) });
  }
  if (at !== bytes.length) throw new RangeError('secrets are followed by something');
  return secrets;
}
