import { blake2AsHex } from '@polkadot/util-crypto';
import type { RuntimeVersion } from '../runtime/port.ts';
import { coreApis } from './apis/core.ts';
import { subtensorApis } from './apis/subtensor.ts';
import type { RuntimeApi } from './language/api.ts';
import type { Literal } from './language/pallet.ts';

/** Runtime APIs the practice network answers. */
export const runtimeApis: readonly RuntimeApi[] = [...coreApis, ...subtensorApis];

/** What `state_getRuntimeVersion` shows; API ids are blake2_64 of the API name. */
export const runtimeVersion: RuntimeVersion = {
  specName: 'node-subtensor',
  implName: 'node-subtensor',
  authoringVersion: 1,
  specVersion: 424,
  implVersion: 1,
  transactionVersion: 1,
  stateVersion: 1,
  apis: runtimeApis.map((api): readonly [id: string, version: number] => [blake2AsHex(api.name, 64), api.version]),
};

/** The same as the constant System.Version carries it. */
export const versionLiteral: Literal = {
  spec_name: runtimeVersion.specName,
  impl_name: runtimeVersion.implName,
  authoring_version: runtimeVersion.authoringVersion,
  spec_version: runtimeVersion.specVersion,
  impl_version: runtimeVersion.implVersion,
  apis: runtimeVersion.apis.map(([id, version]) => [id, version]),
  transaction_version: runtimeVersion.transactionVersion,
  system_version: runtimeVersion.stateVersion,
};
