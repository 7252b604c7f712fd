import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type AccountRecord, zAccountRecord } from '../account-record.ts';

/**
 * A vault file is three lines of text:
 *   1. the header, JSON; these exact bytes are the additional data of the AEAD
 *   2. the sealed secrets (ciphertext and tag), base64
 *   3. SHA-256 of the first two lines with their newlines, lower-case hex
 * The checksum tells accidental damage apart from a wrong password without running the KDF; it is no defence
 * against a person (the AEAD is). Later versions keep lines 1 and 3 so that this version can name them.
 */
export const VAULT_VERSION = 1;
export const MAX_VAULT_BYTES = 4 * 1024 * 1024;
export const MAX_ACCOUNTS = 1000;
export const SALT_BYTES = 32;
export const NONCE_BYTES = 12;

const NEWLINE = 0x0a;

function isCanonicalBase64(text: string, bytes?: number): boolean {
  const decoded = Buffer.from(text, 'base64');
  return decoded.toString('base64') === text && (bytes === undefined || decoded.length === bytes);
}

/** The only key derivation this version will run; anything else is refused before it costs time or memory. */
export const KDF_PARAMS = { name: 'scrypt', N: 131_072, r: 8, p: 1 } as const;

const zHeader = z.strictObject({
  format: z.literal('soma-vault'),
  version: z.literal(VAULT_VERSION),
  /** Rises by one with every write. */
  generation: z.int().min(1),
  kdf: z.strictObject({
    name: z.literal(KDF_PARAMS.name),
    N: z.literal(KDF_PARAMS.N),
    r: z.literal(KDF_PARAMS.r),
    p: z.literal(KDF_PARAMS.p),
    salt: z.string().refine((text) => isCanonicalBase64(text, SALT_BYTES)),
  }),
  cipher: z.strictObject({
    name: z.literal('aes-256-gcm'),
    nonce: z.string().refine((text) => isCanonicalBase64(text, NONCE_BYTES)),
  }),
  accounts: z.array(zAccountRecord).max(MAX_ACCOUNTS),
});

const zAnyVersion = z.looseObject({ format: z.literal('soma-vault'), version: z.int().min(1) });

export interface VaultHeader {
  readonly generation: number;
  readonly salt: Uint8Array;
  readonly nonce: Uint8Array;
  readonly accounts: readonly AccountRecord[];
}

export interface ParsedVault {
  readonly header: VaultHeader;
  /** Exact header bytes, the AEAD's additional data. */
  readonly aad: Uint8Array;
  readonly sealed: Uint8Array;
  /** Identifies these very bytes. */
  readonly checksum: string;
  readonly bytes: Uint8Array;
}

export type VaultProblem = 'damaged' | 'from_future';
export type VaultParse =
  | { readonly ok: true; readonly vault: ParsedVault }
  | { readonly ok: false; readonly problem: VaultProblem };

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const damaged: VaultParse = { ok: false, problem: 'damaged' };

/** Header bytes as they will stand in line 1. */
export function encodeHeader(header: VaultHeader): Uint8Array {
  return Buffer.from(
    JSON.stringify({
      format: 'soma-vault',
      version: VAULT_VERSION,
      generation: header.generation,
      kdf: { ...KDF_PARAMS, salt: Buffer.from(header.salt).toString('base64') },
      cipher: { name: 'aes-256-gcm', nonce: Buffer.from(header.nonce).toString('base64') },
      accounts: header.accounts,
    }),
  );
}

/** The whole file from its header bytes and sealed secrets. */
export function encodeVault(headerBytes: Uint8Array, sealed: Uint8Array): Uint8Array {
  const body = Buffer.concat([headerBytes, Buffer.from(`\n${Buffer.from(sealed).toString('base64')}\n`)]);
  return Buffer.concat([body, Buffer.from(`${sha256(body)}\n`)]);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined; // not JSON: the schema refuses `undefined`, and the text must not travel in an error
  }
}

/** Reads a vault file. Never throws, never runs a KDF, allocates no more than the file's own size. */
export function parseVault(bytes: Uint8Array): VaultParse {
  if (bytes.length > MAX_VAULT_BYTES || bytes.length < 3 || bytes.at(-1) !== NEWLINE) return damaged;
  const first = bytes.indexOf(NEWLINE);
  const lastStart = bytes.lastIndexOf(NEWLINE, bytes.length - 2) + 1;
  if (lastStart <= first) return damaged;
  const body = bytes.subarray(0, lastStart);
  const checksum = sha256(body);
  if (Buffer.from(bytes.subarray(lastStart)).toString('latin1') !== `${checksum}\n`) return damaged;

  const aad = bytes.subarray(0, first);
  const json = parseJson(aad);
  const any = zAnyVersion.safeParse(json);
  if (!any.success) return damaged;
  if (any.data.version > VAULT_VERSION) return { ok: false, problem: 'from_future' };
  const header = zHeader.safeParse(json);
  if (!header.success) return damaged;

  const sealedText = Buffer.from(bytes.subarray(first + 1, lastStart - 1)).toString('latin1');
  if (!isCanonicalBase64(sealedText)) return damaged;
  const { generation, kdf, cipher, accounts } = header.data;
  return {
    ok: true,
    vault: {
      header: {
        generation,
        salt: Buffer.from(kdf.salt, 'base64'),
        nonce: Buffer.from(cipher.nonce, 'base64'),
        accounts,
      },
      aad,
      sealed: Buffer.from(sealedText, 'base64'),
      checksum,
      bytes,
    },
  };
}
