import type { ApiContext, ApiMethods } from './handler.ts';

export const metadataApi: ApiMethods = {
  metadata: ({ metadata }: ApiContext) => metadata(14) ?? metadata(15) ?? new Uint8Array(),
  metadata_at_version: ({ metadata }: ApiContext, version: number) => metadata(version),
  metadata_versions: ({ metadataVersions }: ApiContext) => metadataVersions,
};
