import { merkleizeMetadata } from '@polkadot-api/merkleize-metadata';
import { buildMetadata } from './encode.ts';

const TOKEN = { decimals: 9, tokenSymbol: 'TAO' } as const;

let digest: Uint8Array | undefined;

/** What CheckMetadataHash in mode 1 commits to: the 32-byte digest of this network's own metadata (RFC 78). */
export function metadataDigest(): Uint8Array {
  digest ??= merkleizeMetadata(buildMetadata(15), TOKEN).digest();
  return digest;
}
