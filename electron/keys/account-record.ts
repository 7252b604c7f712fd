import * as z from 'zod';
import { parseAddress } from '../../shared/domain/address.ts';
import type { Coldkey } from '../../shared/units/index.ts';

export const CRYPTO_TYPES = ['sr25519', 'ed25519'] as const;
export type CryptoType = (typeof CRYPTO_TYPES)[number];

export const zAccountId = z.string().regex(/^[a-z0-9-]{8,64}$/u);

/** Control, format (bidi, zero width) and unpaired-surrogate characters can make one label look like another. */
const UNSAFE_LABEL = /[\p{Cc}\p{Cf}\p{Cs}]/u;

export const MAX_LABEL = 64;

/** A label as stored: trimmed, 1 to 64 UTF-16 units, nothing invisible. */
export function isLabel(text: string): boolean {
  return text.length > 0 && text.length <= MAX_LABEL && text.trim() === text && !UNSAFE_LABEL.test(text);
}

const zColdkey = z
  .string()
  .max(64)
  .refine((text) => parseAddress(text).ok)
  .transform((text) => text as Coldkey);

/**
 * The public part of an account. It stands in the vault's header: readable while locked, and authenticated only
 * once a password has opened the vault. Order in a list is the person's order.
 */
export const zAccountRecord = z.strictObject({
  id: zAccountId,
  label: z.string().max(MAX_LABEL).refine(isLabel),
  address: zColdkey,
  cryptoType: z.enum(CRYPTO_TYPES),
  /** True when the words are kept too, so that they can be shown again. */
  hasMnemonic: z.boolean(),
});

export type AccountRecord = Readonly<z.output<typeof zAccountRecord>>;
