import { decAnyMetadata, type UnifiedMetadata, unifyMetadata } from '@polkadot-api/substrate-bindings';
import { describe, expect, it } from 'vitest';
import { buildMetadata } from '../index.ts';
import { compareMetadata } from './compare.ts';

/** A fresh copy each time: mutations below write into it. */
const fresh = (): UnifiedMetadata => unifyMetadata(decAnyMetadata(buildMetadata(16)));

function must<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('the mutation found nothing to change');
  return found;
}

const pallet = (of: UnifiedMetadata, name: string) => must(of.pallets.find((candidate) => candidate.name === name));
const item = (of: UnifiedMetadata, name: string, entry: string) =>
  must(pallet(of, name).storage?.items.find((candidate) => candidate.name === entry));
const typeAt = (of: UnifiedMetadata, path: string) =>
  must(of.lookup.find((candidate) => candidate.path.join('::') === path));

function variant(of: UnifiedMetadata, path: string, name: string) {
  const { def } = typeAt(of, path);
  return must(def.tag === 'variant' ? def.value.find((candidate) => candidate.name === name) : undefined);
}

function field(of: UnifiedMetadata, path: string, at: number) {
  const { def } = typeAt(of, path);
  return must(def.tag === 'composite' ? def.value[at] : undefined);
}

const CALL = 'pallet_subtensor::pallet::Call';

const mutations: readonly [what: string, mutate: (of: UnifiedMetadata) => void][] = [
  ['a call index', (of) => (variant(of, CALL, 'add_stake').index = 1)],
  ['an argument name', (of) => (must(variant(of, CALL, 'add_stake').fields[0]).name = 'coldkey')],
  ['an argument spelling', (of) => (must(variant(of, CALL, 'add_stake').fields[2]).typeName = 'AlphaBalance')],
  [
    'an argument type',
    (of) => (must(variant(of, CALL, 'add_stake').fields[1]).type = must(variant(of, CALL, 'add_stake').fields[2]).type),
  ],
  ['the order of arguments', (of) => void variant(of, CALL, 'move_stake').fields.reverse()],
  ['an invented call', (of) => (variant(of, CALL, 'add_stake').name = 'add_stakes')],
  ['an error name', (of) => (variant(of, 'pallet_subtensor::pallet::Error', 'AmountTooLow').name = 'TooLow')],
  [
    'a missing event',
    (of) => {
      const { def } = typeAt(of, 'pallet_balances::pallet::Event');
      if (def.tag === 'variant') def.value.pop();
    },
  ],
  ['a pallet index', (of) => (pallet(of, 'Swap').index = 29)],
  ['a storage modifier', (of) => (item(of, 'SubtensorModule', 'Alpha').modifier = 0)],
  ['a storage default', (of) => (item(of, 'SubtensorModule', 'Tempo').fallback = '0x0000')],
  [
    'a hasher',
    (of) => {
      const { type } = item(of, 'SubtensorModule', 'Alpha');
      if (type.tag === 'map') type.value.hashers[2] = { tag: 'Twox64Concat', value: undefined };
    },
  ],
  [
    'a storage value',
    (of) =>
      (item(of, 'SubtensorModule', 'SubnetTAO').type.value = item(of, 'SubtensorModule', 'TotalStake').type
        .value as number),
  ],
  ['a constant', (of) => (must(pallet(of, 'Balances').constants[0]).value = '0xf501000000000000')],
  ['an associated type', (of) => (must(pallet(of, 'Balances').associatedTypes[0]).type = 0)],
  ['a path', (of) => (typeAt(of, 'pallet_subtensor::rpc_info::stake_info::StakeInfo').path = ['StakeInfo'])],
  [
    'a field name deep in a reply',
    (of) => (field(of, 'pallet_subtensor::rpc_info::dynamic_info::DynamicInfo', 3).name = 'other'),
  ],
  ['a type parameter', (of) => (must(typeAt(of, 'substrate_fixed::FixedI64').params[0]).name = 'Fraction')],
  [
    'the variants of DispatchError',
    (of) => {
      const { def } = typeAt(of, 'sp_runtime::DispatchError');
      if (def.tag === 'variant') def.value.pop();
    },
  ],
  [
    'the name of an API argument',
    (of) => {
      must(must(must(of.apis.find((api) => api.name === 'SwapRuntimeApi')).methods[0]).inputs[0]).name = 'uid';
    },
  ],
  ['an API output', (of) => (must(must(of.apis[0]).methods[0]).output = 0)],
  ['the implicit of an extension', (of) => (must(of.extrinsic.extensions['CheckGenesis']).additionalSigned = 0)],
  ['a missing extension', (of) => Reflect.deleteProperty(of.extrinsic.extensions, 'DrandPriority')],
];

describe('comparing metadata', () => {
  it('finds no difference between equal descriptions', () => {
    const { identical, differences } = compareMetadata(fresh(), fresh());
    expect(differences).toEqual([]);
    expect(identical).toBeGreaterThan(800);
  });

  it.each(mutations)('notices a change of %s', (_what, mutate) => {
    const changed = fresh();
    mutate(changed);
    expect(compareMetadata(fresh(), changed).differences).not.toEqual([]);
  });

  it('accepts fewer pallets and calls than the reference has', () => {
    const reduced = fresh();
    reduced.pallets = reduced.pallets.filter((candidate) => candidate.name !== 'Swap');
    const { def } = typeAt(reduced, CALL);
    if (def.tag === 'variant') def.value.pop();
    expect(compareMetadata(fresh(), reduced).differences).toEqual([]);
  });
});
