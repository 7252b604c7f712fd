import { buildMetadata, type MetadataVersion, METADATA_VERSIONS as VERSIONS } from '../metadata/index.ts';

export { metadataDigest } from '../metadata/index.ts';

/** Versions on offer, ascending. */
export const METADATA_VERSIONS: readonly number[] = VERSIONS;

const built = new Map<number, Uint8Array>();

function isOffered(version: number): version is MetadataVersion {
  return METADATA_VERSIONS.includes(version);
}

/** Prefixed metadata, built once per version; undefined for a version not on offer. */
export function metadataBytes(version: number): Uint8Array | undefined {
  if (!isOffered(version)) return undefined;
  let bytes = built.get(version);
  if (bytes === undefined) {
    bytes = buildMetadata(version);
    built.set(version, bytes);
  }
  return bytes;
}
