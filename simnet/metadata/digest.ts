import { merkleizeMetadata } from '@polkadot-api/merkleize-metadata';
import type { Edition } from './edition.ts';
import { buildMetadata } from './encode.ts';

const TOKEN = { decimals: 9, tokenSymbol: 'TAO' } as const;

const digests = new Map<Edition, Uint8Array>();

/** What CheckMetadataHash in mode 1 commits to: the 32-byte digest of this network's own metadata (RFC 78). */
export function metadataDigest(edition: Edition = 'mainnet'): Uint8Array {
  const digest = digests.get(edition) ?? merkleizeMetadata(buildMetadata(15, edition), TOKEN).digest();
  digests.set(edition, digest);
  return digest;
}
