import { ed25519Verify } from '@polkadot/util-crypto/ed25519';
import { sr25519Verify } from '@polkadot/util-crypto/sr25519';
import { parseAddress } from '../../shared/domain/address.ts';
import { AppError } from '../../shared/errors/index.ts';
import { type AccountRecord, type Keys, toSigningMessage } from '../keys/index.ts';
import type { Signer } from './signer.ts';

const TYPE_BYTE: Record<Signer['cryptoType'], number> = { ed25519: 0, sr25519: 1 };

/** A signer over the keys door. What the key worker answers is verified here before anybody may send it. */
export function hotSigner(
  keys: Pick<Keys, 'sign'>,
  { address, cryptoType }: Pick<AccountRecord, 'address' | 'cryptoType'>,
): Signer {
  const parsed = parseAddress(address);
  if (!parsed.ok) throw new AppError('intent.address_invalid');
  const { publicKey } = parsed;
  return {
    address,
    publicKey,
    cryptoType,
    sign: async (payload, { password }) => {
      const { signature } = await keys.sign({ address, payload, password });
      if (!isValid(cryptoType, publicKey, toSigningMessage(payload), signature)) {
        throw new AppError('tx.signature_invalid');
      }
      return signature;
    },
  };
}

function isValid(
  type: Signer['cryptoType'],
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (signature.length !== 65 || signature[0] !== TYPE_BYTE[type]) return false;
  const bytes = signature.subarray(1);
  try {
    return type === 'sr25519'
      ? sr25519Verify(message, bytes, publicKey)
      : ed25519Verify(message, bytes, publicKey, true);
  } catch {
    return false; // bytes that are no curve point: as wrong as any other
  }
}
