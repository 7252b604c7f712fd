import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { AccountRecord } from '../account-record.ts';
import { encodeHeader, encodeVault, NONCE_BYTES, type ParsedVault } from './format.ts';
import { type AccountSecret, decodeSecrets, encodeSecrets, wipe, wipeBytes } from './secrets-codec.ts';

const TAG_BYTES = 16;

export interface VaultContent {
  readonly generation: number;
  readonly salt: Uint8Array;
  readonly accounts: readonly AccountRecord[];
  readonly secrets: readonly AccountSecret[];
}

/** The bytes of a vault file: AES-256-GCM under a fresh random nonce, the whole header authenticated. */
export function sealVault(content: VaultContent, key: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const header = encodeHeader({ ...content, nonce });
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(header);
  const plain = encodeSecrets(content.secrets);
  try {
    return encodeVault(header, Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
  } finally {
    wipeBytes(plain);
  }
}

/**
 * Opens a parsed vault, or answers undefined when this key does not fit it: a wrong password and a forged file are
 * the same to AEAD. Secrets are all or nothing; the caller wipes them.
 */
export function openVault(vault: ParsedVault, key: Uint8Array): AccountSecret[] | undefined {
  const { sealed, aad, header } = vault;
  if (sealed.length < TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, header.nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(aad);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const plain = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES));
  try {
    decipher.final();
    const secrets = decodeSecrets(plain);
    if (matchesRecords(secrets, header.accounts)) return secrets;
    wipe(secrets);
    return undefined;
  } catch {
    return undefined; // the tag does not fit; the cause carries nothing a caller could act on
  } finally {
    wipeBytes(plain);
  }
}

function matchesRecords(secrets: readonly AccountSecret[], accounts: readonly AccountRecord[]): boolean {
  return (
    secrets.length === accounts.length &&
    accounts.every((account, index) => {
      const secret = secrets[index];
      return (
        secret?.id === account.id &&
        secret.cryptoType === account.cryptoType &&
        (secret.entropy !== undefined) === account.hasMnemonic
      );
    })
  );
}
