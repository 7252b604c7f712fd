export { metadataDigest } from './digest.ts';
export type { Edition } from './edition.ts';
export { buildMetadata, METADATA_VERSIONS, type MetadataVersion } from './encode.ts';
export { runtimeVersionOf } from './version.ts';
