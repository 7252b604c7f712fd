import { buildMetadata, type Edition, type MetadataVersion, METADATA_VERSIONS as VERSIONS } from '../metadata/index.ts';

export { type Edition, metadataDigest } from '../metadata/index.ts';

/** Versions on offer, ascending. */
export const METADATA_VERSIONS: readonly number[] = VERSIONS;

function isOffered(version: number): version is MetadataVersion {
  return METADATA_VERSIONS.includes(version);
}

/** Prefixed metadata, built once per version and edition; undefined for a version not on offer. */
export function metadataBytes(version: number, edition: Edition): Uint8Array | undefined {
  return isOffered(version) ? buildMetadata(version, edition) : undefined;
}
