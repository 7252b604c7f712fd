import type { RuntimeVersion } from '../port.ts';
import type { ApiContext, ApiMethods } from './handler.ts';

export function versionStruct(version: RuntimeVersion): unknown {
  return {
    spec_name: version.specName,
    impl_name: version.implName,
    authoring_version: version.authoringVersion,
    spec_version: version.specVersion,
    impl_version: version.implVersion,
    apis: version.apis,
    transaction_version: version.transactionVersion,
    system_version: version.stateVersion,
  };
}

export const coreApi: ApiMethods = {
  version: ({ version }: ApiContext) => versionStruct(version),
  // The node builds blocks through the port; through state_call a dry run has nothing to say but "all may come in".
  initialize_block: () => ({ type: 'AllExtrinsics', value: undefined }),
};
