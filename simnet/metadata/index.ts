export { metadataDigest } from './digest.ts';
export { buildMetadata, METADATA_VERSIONS, type MetadataVersion } from './encode.ts';
export { runtimeVersion } from './version.ts';
