import { expandMetadata, Metadata, TypeRegistry } from '@polkadot/types';
import { merkleizeMetadata } from '@polkadot-api/merkleize-metadata';
import { describe, expect, it } from 'vitest';
import { buildMetadata, METADATA_VERSIONS, metadataDigest, runtimeVersionOf } from './index.ts';

// The client's reader, independent of the codecs this description is written with. In a test only.
const NO_EFFECT = Object.fromEntries(
  ['SudoTransactionExtension', 'CheckShieldedTxValidity', 'SubtensorTransactionExtension', 'DrandPriority'].map(
    (name) => [name, { extrinsic: {}, payload: {} }],
  ),
);

function read(version: (typeof METADATA_VERSIONS)[number]) {
  const registry = new TypeRegistry();
  const metadata = new Metadata(registry, buildMetadata(version));
  registry.setMetadata(metadata, undefined, NO_EFFECT);
  return { metadata, ...expandMetadata(registry, metadata) };
}

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY';

describe.each(METADATA_VERSIONS)('metadata V%i read by another library', (version) => {
  const { registry, metadata, tx, query, consts, errors, events } = read(version);

  it('starts with the magic and its version', () => {
    expect([...buildMetadata(version).subarray(0, 5)]).toEqual([0x6d, 0x65, 0x74, 0x61, version]);
  });

  it('builds calls with the indices of mainnet', () => {
    const transfer = tx['balances']?.['transferKeepAlive']?.(ALICE, 1n);
    expect(transfer?.toHex().slice(0, 8)).toBe('0x050300');
    const stake = tx['subtensorModule']?.['addStake']?.(ALICE, 1, 1_000_000_000n);
    expect(stake?.toHex()).toMatch(/^0x0702d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d0100/);
    expect(tx['utility']?.['batchAll']?.([transfer, stake]).toHex().slice(0, 8)).toBe('0x0b0208');
  });

  it('finds storage, constants, events and errors', () => {
    expect(query['system']?.['account']?.meta.modifier.toString()).toBe('Default');
    expect(query['subtensorModule']?.['alpha']).toBeDefined();
    expect(query['swap']?.['swapBalancer']).toBeDefined();
    expect(query['safeMode']?.['enteredUntil']).toBeDefined();
    expect(consts['balances']?.['existentialDeposit']?.toString()).toBe('500');
    expect(consts['system']?.['ss58Prefix']?.toString()).toBe('42');
    expect(consts['system']?.['version']?.toJSON()).toMatchObject({
      specName: 'node-subtensor',
      specVersion: 424,
      transactionVersion: 1,
      apis: runtimeVersionOf('mainnet').apis.map(([id, apiVersion]) => [id, apiVersion]),
    });
    expect(events['subtensorModule']?.['StakeAdded']).toBeDefined();
    expect(errors['subtensorModule']?.['AmountTooLow']).toBeDefined();
    expect(registry.signedExtensions).toHaveLength(13);
  });

  it('carries runtime APIs from V15 on', () => {
    const apis = metadata.asLatest.apis.map((api) => api.name.toString());
    if (version === 14) expect(apis).toEqual([]);
    else
      expect(apis).toEqual(expect.arrayContaining(['StakeInfoRuntimeApi', 'SwapRuntimeApi', 'SubnetInfoRuntimeApi']));
  });
});

describe('the metadata digest', () => {
  it('is 32 bytes and the same from every version a client may fetch', () => {
    expect(metadataDigest()).toHaveLength(32);
    for (const version of [15, 16] as const) {
      const token = { decimals: 9, tokenSymbol: 'TAO', specName: 'node-subtensor', specVersion: 424, base58Prefix: 42 };
      expect(merkleizeMetadata(buildMetadata(version), token).digest()).toEqual(metadataDigest());
    }
  });

  it('depends on the token it commits to', () => {
    const other = merkleizeMetadata(buildMetadata(15), { decimals: 9, tokenSymbol: 'TAO2' }).digest();
    expect(other).not.toEqual(metadataDigest());
  });
});
