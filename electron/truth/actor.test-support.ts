import { blake2AsU8a } from '@polkadot/util-crypto/blake2';
import { ed25519PairFromSeed, ed25519Sign } from '@polkadot/util-crypto/ed25519';
import { addressOf } from '../../shared/domain/address.ts';
import type { Coldkey } from '../../shared/units/index.ts';
import type { Signer } from '../signers/signer.ts';

/**
 * A coldkey that signs at once: no vault, no password. ed25519 because its signatures are the same in every run, and so
 * are hashes and the order in the pool.
 */
export function actor(index: number): Signer {
  const seed = blake2AsU8a(`soma truth actor ${index}`, 256);
  const pair = ed25519PairFromSeed(seed);
  return {
    address: addressOf<Coldkey>(pair.publicKey),
    publicKey: pair.publicKey,
    cryptoType: 'ed25519',
    sign: (payload) => {
      const message = payload.length > 256 ? blake2AsU8a(payload, 256) : payload;
      return Promise.resolve(Uint8Array.of(0, ...ed25519Sign(message, pair)));
    },
  };
}
