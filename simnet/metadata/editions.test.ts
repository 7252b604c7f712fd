import { decAnyMetadata, type UnifiedMetadata, unifyMetadata } from '@polkadot-api/substrate-bindings';
import { describe, expect, it } from 'vitest';
import { interfaceOf } from '../runtime/interface.ts';
import { buildMetadata, METADATA_VERSIONS, metadataDigest } from './index.ts';

const read = (version: (typeof METADATA_VERSIONS)[number], edition: 'mainnet' | 'baskets'): UnifiedMetadata =>
  unifyMetadata(decAnyMetadata(buildMetadata(version, edition)));

/** `Pallet.call [index] arguments` of every call. */
function callsOf(metadata: UnifiedMetadata): string[] {
  return metadata.pallets.flatMap(({ name, calls }) => {
    const def = calls && metadata.lookup[calls.type]?.def;
    if (def?.tag !== 'variant') return [];
    return def.value.map((call) => `${name}.${call.name} [${call.index}] ${call.fields.map((one) => one.name).join()}`);
  });
}

/** Events of SubtensorModule. */
function eventsOf(metadata: UnifiedMetadata): readonly { readonly name: string; readonly index: number }[] {
  const pallet = metadata.pallets.find(({ name }) => name === 'SubtensorModule');
  const def = pallet?.events && metadata.lookup[pallet.events.type]?.def;
  return def?.tag === 'variant' ? def.value : [];
}

/** Names of all that is stored, refused and constant. */
function restOf(metadata: UnifiedMetadata) {
  const variants = (type: number | undefined): string[] => {
    const def = type === undefined ? undefined : metadata.lookup[type]?.def;
    return def?.tag === 'variant' ? def.value.map(({ name, index }) => `${name} ${index}`) : [];
  };
  return metadata.pallets.map(({ name, index, storage, constants, errors }) => ({
    name,
    index,
    storage: storage?.items.map((item) => item.name),
    constants: constants.map((constant) => constant.name),
    errors: variants(errors?.type),
  }));
}

const without = (these: readonly string[], those: readonly string[]): string[] =>
  these.filter((one) => !those.includes(one));

describe.each(METADATA_VERSIONS)('metadata V%i with root baskets', (version) => {
  const [mainnet, baskets] = [read(version, 'mainnet'), read(version, 'baskets')];

  it('has two calls more than mainnet, one less, the hold on root stake, and nothing else is different', () => {
    const [before, after] = [callsOf(mainnet), callsOf(baskets)];
    expect(without(after, before)).toEqual([
      'SubtensorModule.stake_into_basket [147] hotkey,amount_staked',
      'SubtensorModule.claim_root_with_hotkey [148] hotkey',
    ]);
    expect(without(before, after)).toEqual(['SubtensorModule.set_root_claim_type [122] new_root_claim_type']);
    const withHold = restOf(mainnet).map((pallet) =>
      pallet.name === 'SubtensorModule'
        ? {
            ...pallet,
            storage: [...(pallet.storage ?? []), 'RootStakeUnlockInterval'],
            errors: [...pallet.errors, `RootStakeLocked ${pallet.errors.length}`],
          }
        : pallet,
    );
    expect(restOf(baskets)).toEqual(withHold);
  });

  it('tells of baskets in place of the claim type, and every event has a number of its own', () => {
    const [before, after] = [eventsOf(mainnet), eventsOf(baskets)];
    const names = (events: typeof before): string[] => events.map(({ name }) => name);
    expect(without(names(after), names(before))).toEqual(
      ['Deposited', 'StakedIn', 'Claimed', 'HoldingConverted'].map((name) => `Basket${name}`),
    );
    expect(without(names(before), names(after))).toEqual(['RootClaimTypeSet']);
    expect(new Set(after.map(({ index }) => index)).size).toBe(after.length);
    expect(after.find(({ name }) => name === 'RootClaimed')?.index).toBe(114);
  });

  it.skipIf(version === 14)('has one runtime API more', () => {
    const apis = (of: UnifiedMetadata): string[] =>
      of.apis.flatMap(({ name, methods }) => methods.map((one) => `${name}_${one.name}`));
    expect(without(apis(baskets), apis(mainnet)).every((name) => name.startsWith('BetaBasketRuntimeApi_'))).toBe(true);
    expect(without(apis(mainnet), apis(baskets))).toEqual([]);
  });
});

describe('the two editions', () => {
  it('announce their own spec version, and are signed for by their own digests', () => {
    const versions = (['mainnet', 'baskets'] as const).map((edition) =>
      interfaceOf(edition).constant('System', 'Version'),
    );
    expect(versions).toMatchObject([{ spec_version: 424 }, { spec_version: 459 }]);
    expect(metadataDigest('baskets')).not.toEqual(metadataDigest('mainnet'));
  });

  it('encode claim_root alike', () => {
    const call = { type: 'SubtensorModule', value: { type: 'claim_root', value: { subnets: [1, 2] } } };
    expect(interfaceOf('baskets').callCodec.enc(call)).toEqual(interfaceOf('mainnet').callCodec.enc(call));
  });
});
