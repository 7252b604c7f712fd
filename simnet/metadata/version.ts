import { blake2AsHex } from '@polkadot/util-crypto';
import type { RuntimeVersion } from '../runtime/port.ts';
import { basketApis } from './apis/baskets.ts';
import { coreApis } from './apis/core.ts';
import { subtensorApis } from './apis/subtensor.ts';
import type { Edition } from './edition.ts';
import type { RuntimeApi } from './language/api.ts';
import type { Literal } from './language/pallet.ts';

/** Runtime APIs the practice network answers. */
export const runtimeApisOf = (edition: Edition): readonly RuntimeApi[] =>
  edition === 'baskets' ? [...coreApis, ...subtensorApis, ...basketApis] : [...coreApis, ...subtensorApis];

/** Baskets came with about 441; 459 is the first release whose interface the documents describe. */
const SPEC_VERSIONS: Readonly<Record<Edition, number>> = { mainnet: 424, baskets: 459 };

/** What `state_getRuntimeVersion` shows; API ids are blake2_64 of the API name. */
export function runtimeVersionOf(edition: Edition): RuntimeVersion {
  return {
    specName: 'node-subtensor',
    implName: 'node-subtensor',
    authoringVersion: 1,
    specVersion: SPEC_VERSIONS[edition],
    implVersion: 1,
    transactionVersion: 1,
    stateVersion: 1,
    apis: runtimeApisOf(edition).map((api): readonly [id: string, version: number] => [
      blake2AsHex(api.name, 64),
      api.version,
    ]),
  };
}

/** The same as the constant System.Version carries it. */
export function versionLiteralOf(edition: Edition): Literal {
  const version = runtimeVersionOf(edition);
  return {
    spec_name: version.specName,
    impl_name: version.implName,
    authoring_version: version.authoringVersion,
    spec_version: version.specVersion,
    impl_version: version.implVersion,
    apis: version.apis.map(([id, apiVersion]) => [id, apiVersion]),
    transaction_version: version.transactionVersion,
    system_version: version.stateVersion,
  };
}
