import { afterAll, describe, expect, it } from 'vitest';
import { addressOf } from '../../../shared/domain/address.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { toProvider } from '../connection/provider.ts';
import { openApi } from '../metadata/api-promise.ts';
import type { CallSpec, DecodedCall } from '../port.ts';
import { RuntimeCodec } from '../scale/codec.ts';
import { hasSnapshots, readSnapshot, SNAPSHOT_NOTE, SNAPSHOT_SPECS } from '../testing/snapshots.ts';
import { decodeCall } from './decode-call.ts';
import { callEncoder } from './encoder.ts';

const dest = addressOf(new Uint8Array(32).fill(1));
const hotkey = addressOf(new Uint8Array(32).fill(2));
const other = addressOf(new Uint8Array(32).fill(3));
const MAX = (1n << 64n) - 1n;

const moves = { origin_netuid: 1n, destination_netuid: 2n, alpha_amount: 7n };
const limit = { limit_price: 1_000_000_001n, allow_partial: false };
const claimTypes = ['Swap', 'Keep', { type: 'KeepSubnets', value: { subnets: [1n, 9n, 65_535n] } }];

/** Every call the wallet builds, with the specs it must exist under. */
const CALLS: readonly (readonly [number, CallSpec])[] = [
  [218, { pallet: 'Balances', call: 'transfer_keep_alive', args: { dest, value: MAX } }],
  [218, { pallet: 'Balances', call: 'transfer_allow_death', args: { dest, value: 0n } }],
  [218, { pallet: 'Balances', call: 'transfer_all', args: { dest, keep_alive: false } }],
  [218, { pallet: 'SubtensorModule', call: 'add_stake', args: { hotkey, netuid: 0n, amount_staked: MAX } }],
  [218, { pallet: 'SubtensorModule', call: 'remove_stake', args: { hotkey, netuid: 65535n, amount_unstaked: 1n } }],
  [
    218,
    {
      pallet: 'SubtensorModule',
      call: 'move_stake',
      args: { origin_hotkey: hotkey, destination_hotkey: other, ...moves },
    },
  ],
  [
    240,
    { pallet: 'SubtensorModule', call: 'add_stake_limit', args: { hotkey, netuid: 1n, amount_staked: 5n, ...limit } },
  ],
  [
    240,
    {
      pallet: 'SubtensorModule',
      call: 'remove_stake_limit',
      args: { hotkey, netuid: 1n, amount_unstaked: 5n, ...limit },
    },
  ],
  [240, { pallet: 'SubtensorModule', call: 'swap_stake', args: { hotkey, ...moves } }],
  [240, { pallet: 'SubtensorModule', call: 'swap_stake_limit', args: { hotkey, ...moves, ...limit } }],
  [240, { pallet: 'SubtensorModule', call: 'transfer_stake', args: { destination_coldkey: other, hotkey, ...moves } }],
  [240, { pallet: 'SubtensorModule', call: 'unstake_all', args: { hotkey } }],
  [240, { pallet: 'SubtensorModule', call: 'unstake_all_alpha', args: { hotkey } }],
  [365, { pallet: 'SubtensorModule', call: 'remove_stake_full_limit', args: { hotkey, netuid: 3n, limit_price: 9n } }],
  [
    365,
    { pallet: 'SubtensorModule', call: 'remove_stake_full_limit', args: { hotkey, netuid: 3n, limit_price: null } },
  ],
  [365, { pallet: 'SubtensorModule', call: 'set_coldkey_auto_stake_hotkey', args: { netuid: 3n, hotkey } }],
  [365, { pallet: 'SubtensorModule', call: 'claim_root', args: { subnets: [1n, 2n, 5n, 9n, 65_535n] } }],
  ...claimTypes.map((type): readonly [number, CallSpec] => [
    365,
    { pallet: 'SubtensorModule', call: 'set_root_claim_type', args: { new_root_claim_type: type } },
  ]),
  [218, { pallet: 'SubtensorModule', call: 'increase_take', args: { hotkey, take: 11_796n } }],
  [218, { pallet: 'SubtensorModule', call: 'decrease_take', args: { hotkey, take: 0n } }],
  [424, { pallet: 'SubtensorModule', call: 'lock_stake', args: { hotkey, netuid: 3n, amount: 7n } }],
];

const toSpec = (call: DecodedCall): CallSpec => ({
  pallet: call.pallet,
  call: call.call,
  args: Object.fromEntries(call.args.map((arg) => [arg.name, arg.value])),
});

describe.skipIf(!hasSnapshots).each(SNAPSHOT_SPECS)(`calls under spec %i${SNAPSHOT_NOTE}`, (spec) => {
  const opened = hasSnapshots ? open(spec) : undefined;
  afterAll(async () => (await opened)?.close());

  it.each(CALLS.map(([since, call]) => [`${call.pallet}.${call.call}`, since, call] as const))(
    '%s encodes and decodes to what was asked, where it exists',
    async (_, since, call) => {
      const runtime = await opened;
      if (runtime === undefined) return;
      if (spec < since) {
        expect(() => runtime.encode(call)).toThrow(AppError);
        return;
      }
      expect(toSpec(decodeCall(runtime.codec, runtime.encode(call)))).toEqual(call);
    },
  );

  it('calls inside a batch decode too', async () => {
    const runtime = await opened;
    if (runtime === undefined) return;
    const inner = CALLS.filter(([since]) => since <= spec).map(([, call]) => call);
    const batch: CallSpec = { pallet: 'Utility', call: 'batch_all', args: { calls: inner } };
    const decoded = decodeCall(runtime.codec, runtime.encode(batch));
    expect(((decoded.args[0]?.value ?? []) as DecodedCall[]).map(toSpec)).toEqual(inner);
  });

  it('sets of subnets go in ascending order, whatever the order given', async () => {
    const runtime = await opened;
    if (runtime === undefined || spec < 365) return;
    const claim = (subnets: unknown): CallSpec => ({
      pallet: 'SubtensorModule',
      call: 'claim_root',
      args: { subnets },
    });
    expect(runtime.encode(claim([9n, 1n, 300n, 2n]))).toEqual(runtime.encode(claim([1n, 2n, 9n, 300n])));
    expect(toSpec(decodeCall(runtime.codec, runtime.encode(claim([9, 1]))))).toEqual(claim([1n, 9n]));
    const type = { KeepSubnets: { subnets: [9n, 1n] } };
    const keep: CallSpec = {
      pallet: 'SubtensorModule',
      call: 'set_root_claim_type',
      args: { new_root_claim_type: type },
    };
    const [arg] = decodeCall(runtime.codec, runtime.encode(keep)).args;
    expect(arg?.value).toEqual({ type: 'KeepSubnets', value: { subnets: [1n, 9n] } });
  });

  it('a stake move goes under the number its release gives it', async () => {
    const runtime = await opened;
    if (runtime === undefined) return;
    const args = { origin_hotkey: hotkey, destination_hotkey: other, ...moves };
    const bytes = runtime.encode({ pallet: 'SubtensorModule', call: 'move_stake', args });
    expect([...bytes.subarray(0, 2)]).toEqual([7, spec === 218 ? 82 : 85]);
  });

  it('refuses missing, surplus and impossible arguments', async () => {
    const runtime = await opened;
    if (runtime === undefined) return;
    const value = { pallet: 'Balances', call: 'transfer_keep_alive' };
    for (const args of [
      { dest },
      { dest, value: 1n, extra: 1n },
      { dest, value: MAX + 1n },
      { dest: '5x', value: 1n },
    ]) {
      expect(() => runtime.encode({ ...value, args })).toThrow(AppError);
    }
  });

  it('refuses call bytes with anything missing or left over', async () => {
    const runtime = await opened;
    if (runtime === undefined) return;
    const bytes = runtime.encode({ pallet: 'Balances', call: 'transfer_keep_alive', args: { dest, value: 1n } });
    for (const wrong of [bytes.subarray(0, -1), Uint8Array.of(...bytes, 0), new Uint8Array()]) {
      expect(() => decodeCall(runtime.codec, wrong)).toThrow(AppError);
    }
  });
});

async function open(spec: (typeof SNAPSHOT_SPECS)[number]) {
  const metadata = readSnapshot(spec);
  const codec = new RuntimeCodec(metadata);
  const identity = {
    genesisHash: `0x${'00'.repeat(32)}`,
    specName: 'node-subtensor',
    specVersion: spec,
    transactionVersion: 1,
  };
  const noNode = { request: () => Promise.reject(new Error('no request is expected')) };
  const api = await openApi(identity, codec, metadata, (known) => toProvider(noNode, known));
  return { codec, encode: callEncoder(api, codec), close: () => api.disconnect() };
}
