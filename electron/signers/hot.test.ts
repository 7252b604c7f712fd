import { ed25519PairFromSeed, ed25519Sign } from '@polkadot/util-crypto/ed25519';
import { sr25519PairFromSeed, sr25519Sign } from '@polkadot/util-crypto/sr25519';
import { describe, expect, it } from 'vitest';
import { addressOf } from '../../shared/domain/address.ts';
import { AppError } from '../../shared/errors/index.ts';
import type { Coldkey } from '../../shared/units/index.ts';
import { type Keys, toSigningMessage } from '../keys/index.ts';
import { hotSigner } from './hot.ts';

const seed = new Uint8Array(32).fill(4);
const sr25519 = sr25519PairFromSeed(seed);
const ed25519 = ed25519PairFromSeed(seed, true);
const account = { address: addressOf<Coldkey>(sr25519.publicKey), cryptoType: 'sr25519' } as const;
const authorisation = { password: 'x' };

const withType = (type: number, signature: Uint8Array): Uint8Array => Uint8Array.from([type, ...signature]);
const door = (sign: (payload: Uint8Array) => Uint8Array): Pick<Keys, 'sign'> => ({
  sign: ({ payload }) => Promise.resolve({ signature: sign(payload) }),
});
const honest = (payload: Uint8Array): Uint8Array => withType(1, sr25519Sign(toSigningMessage(payload), sr25519));

async function codeWith(sign: (payload: Uint8Array) => Uint8Array): Promise<string> {
  try {
    await hotSigner(door(sign), account).sign(new Uint8Array(10), authorisation);
    return 'signed';
  } catch (error) {
    return AppError.find(error)?.code ?? 'foreign';
  }
}

describe('hot signer', () => {
  it.each([1, 255, 256, 257, 4096])('passes on a signature that verifies (%s bytes)', async (length) => {
    const signer = hotSigner(door(honest), account);
    expect(signer.publicKey).toEqual(sr25519.publicKey);
    expect(await signer.sign(new Uint8Array(length), authorisation)).toHaveLength(65);
  });

  it('serves ed25519 accounts too', async () => {
    const ed = { address: addressOf<Coldkey>(ed25519.publicKey), cryptoType: 'ed25519' } as const;
    const sign = (payload: Uint8Array): Uint8Array =>
      withType(0, ed25519Sign(toSigningMessage(payload), ed25519, true));
    expect(await hotSigner(door(sign), ed).sign(new Uint8Array(300), authorisation)).toHaveLength(65);
  });

  it('hashes beyond 256 bytes only', () => {
    expect(toSigningMessage(new Uint8Array(256))).toHaveLength(256);
    expect(toSigningMessage(new Uint8Array(257))).toHaveLength(32);
  });

  it.each([
    ['another payload', () => honest(new Uint8Array(11))],
    [
      'another key',
      (payload: Uint8Array) => withType(1, sr25519Sign(payload, sr25519PairFromSeed(new Uint8Array(32).fill(5)))),
    ],
    ['the wrong type byte', (payload: Uint8Array) => withType(0, sr25519Sign(payload, sr25519))],
    ['no type byte', (payload: Uint8Array) => sr25519Sign(payload, sr25519)],
    ['a byte too many', (payload: Uint8Array) => Uint8Array.from([...honest(payload), 0])],
    ['zeroes', () => withType(1, new Uint8Array(64))],
    ['ones', () => withType(1, new Uint8Array(64).fill(255))],
    ['nothing', () => new Uint8Array()],
  ])('refuses a signature for %s', async (_name, sign) => {
    expect(await codeWith(sign)).toBe('tx.signature_invalid');
  });
});
