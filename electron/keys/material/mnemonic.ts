import { createHash, pbkdf2Sync, randomBytes } from 'node:crypto';
import { entropyToMnemonic, mnemonicToEntropy } from '@polkadot/util-crypto/mnemonic/bip39';
import WORDS from '@polkadot/util-crypto/mnemonic/wordlists/en';
import { AppError } from '../../../shared/errors/index.ts';

export type WordCount = 12 | 24;

const KNOWN = new Set(WORDS);

/** Fresh BIP39 entropy: 128 bits for 12 words, 256 for 24. */
export function newEntropy(words: WordCount): Uint8Array {
  return randomBytes((words / 3) * 4);
}

/** English BIP39 words of 16 or 32 bytes of entropy. */
export const wordsOf = (entropy: Uint8Array): string => entropyToMnemonic(entropy);

/**
 * Reads typed words: ASCII white space separates, ends are trimmed, ASCII capitals are lowered; 12 or 24 words of
 * the English list, nothing else (15, 18 and 21 exist in the standard but no Bittensor tool makes them). A
 * derivation suffix is refused by name, because ignoring it would open another account.
 * Facts carry a reason and a position, never a word.
 * @throws AppError keys.mnemonic_words, keys.mnemonic_checksum
 */
export function parseMnemonic(text: string): Uint8Array {
  if (text.includes('/')) throw new AppError('keys.mnemonic_words', { reason: 'derivation' });
  const words = text
    .replace(/[A-Z]/gu, (letter) => letter.toLowerCase())
    .split(/[ \t\r\n]+/u)
    .filter((word) => word !== '');
  if (words.length !== 12 && words.length !== 24) {
    throw new AppError('keys.mnemonic_words', { reason: 'count', count: words.length });
  }
  const unknown = words.findIndex((word) => !KNOWN.has(word));
  if (unknown !== -1) throw new AppError('keys.mnemonic_words', { reason: 'unknown_word', position: unknown + 1 });
  try {
    return mnemonicToEntropy(words.join(' '));
  } catch {
    throw new AppError('keys.mnemonic_checksum'); // no cause: count and words were right, so only the checksum is left
  }
}

/**
 * Substrate's 32-byte seed of BIP39 entropy (no passphrase): PBKDF2-HMAC-SHA512 over the entropy itself,
 * 2048 rounds, salt "mnemonic". Source: substrate-bip39.
 */
export function seedOfEntropy(entropy: Uint8Array): Uint8Array {
  const long = pbkdf2Sync(entropy, 'mnemonic', 2048, 64, 'sha512');
  const seed = Uint8Array.from(long.subarray(0, 32));
  long.fill(0);
  return seed;
}

/** Fixed-length comparison of a remembered word with a typed one. */
export function isSameWord(expected: string, typed: string): boolean {
  const digest = (word: string): string => createHash('sha256').update(word).digest('hex');
  return digest(expected) === digest(typed.trim().toLowerCase());
}
