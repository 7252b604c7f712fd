import { merkleizeMetadata } from '@polkadot-api/merkleize-metadata';
import { SS58_PREFIX } from '../../../shared/domain/address.ts';

/**
 * Digest for CheckMetadataHash (RFC 78), 32 bytes. Decimals and symbol are what every Subtensor runtime is compiled
 * with; a node's own properties are never asked. Takes about 100 ms.
 * @throws Error for metadata below V15 or out of shape
 */
export function metadataDigest(metadataBytes: Uint8Array): Uint8Array {
  return merkleizeMetadata(metadataBytes.slice(), {
    decimals: 9,
    tokenSymbol: 'TAO',
    base58Prefix: SS58_PREFIX,
  }).digest();
}
