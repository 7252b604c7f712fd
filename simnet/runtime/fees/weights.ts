import type { RuntimeCall } from '../interface.ts';

const READ = 25_000_000n;
const WRITE = 100_000_000n;

/** Picoseconds of plain computation, storage reads and writes of a call: the shape of a FRAME benchmark. */
function cost(compute: bigint, reads: bigint, writes: bigint): bigint {
  return compute + reads * READ + writes * WRITE;
}

/** Reference time by call, picoseconds. Chosen so that fees lie near mainnet's; a transfer is 135,261 rao there. */
const REF_TIME: Readonly<Record<string, bigint>> = {
  'System.remark': cost(6_000_000n, 0n, 0n),
  'System.remark_with_event': cost(12_000_000n, 0n, 0n),
  'Timestamp.set': cost(9_000_000n, 2n, 1n),
  'Balances.transfer_allow_death': cost(50_090_000n, 1n, 1n),
  'Balances.transfer_keep_alive': cost(37_090_000n, 1n, 1n),
  'Balances.transfer_all': cost(41_110_000n, 1n, 1n),
  'Balances.burn': cost(30_260_000n, 1n, 1n),
  'SubtensorModule.add_stake': cost(439_000_000n, 30n, 16n),
  'SubtensorModule.add_stake_limit': cost(471_000_000n, 30n, 16n),
  'SubtensorModule.remove_stake': cost(447_000_000n, 29n, 13n),
  'SubtensorModule.remove_stake_limit': cost(484_000_000n, 32n, 14n),
  'SubtensorModule.remove_stake_full_limit': cost(488_000_000n, 33n, 14n),
  'SubtensorModule.move_stake': cost(540_000_000n, 34n, 17n),
  'SubtensorModule.swap_stake': cost(506_000_000n, 40n, 22n),
  'SubtensorModule.swap_stake_limit': cost(562_000_000n, 41n, 22n),
  'SubtensorModule.transfer_stake': cost(411_000_000n, 32n, 16n),
  'SubtensorModule.unstake_all': cost(368_000_000n, 45n, 18n),
  'SubtensorModule.unstake_all_alpha': cost(731_000_000n, 50n, 24n),
  'SubtensorModule.set_identity': cost(42_000_000n, 3n, 1n),
  'SubtensorModule.increase_take': cost(35_000_000n, 5n, 2n),
  'SubtensorModule.decrease_take': cost(30_000_000n, 4n, 2n),
  'SubtensorModule.set_coldkey_auto_stake_hotkey': cost(29_900_000n, 4n, 3n),
  'SubtensorModule.try_associate_hotkey': cost(32_600_000n, 4n, 3n),
  'SubtensorModule.claim_root': cost(117_000_000n, 18n, 10n),
  'SubtensorModule.set_root_claim_type': cost(19_800_000n, 1n, 1n),
  'SubtensorModule.claim_root_with_hotkey': cost(117_000_000n, 18n, 10n),
  'SubtensorModule.stake_into_basket': cost(506_000_000n, 40n, 22n),
};

const OTHER = cost(50_000_000n, 5n, 3n);

/** Calls that cost nothing (Pays::No). */
const FREE: ReadonlySet<string> = new Set(['SubtensorModule.increase_take', 'SubtensorModule.decrease_take']);

export type DispatchClass = 'Normal' | 'Operational' | 'Mandatory';

export interface CallInfo {
  /** Picoseconds. */
  readonly refTime: bigint;
  readonly dispatchClass: DispatchClass;
  readonly paysFee: boolean;
}

/** Weight of the calls inside a Utility call: they run one after the other. */
function innerRefTime(value: unknown): bigint {
  const calls = (value as { readonly calls?: readonly RuntimeCall[] }).calls ?? [];
  return calls.reduce((sum, call) => sum + callInfo(call).refTime + 2_860_000n, 7_000_000n);
}

/** Announced weight, class and whether the call pays, all known before it runs. */
export function callInfo(call: RuntimeCall): CallInfo {
  const name = `${call.type}.${call.value.type}`;
  if (call.type === 'Utility')
    return { refTime: innerRefTime(call.value.value), dispatchClass: 'Normal', paysFee: true };
  return {
    refTime: REF_TIME[name] ?? OTHER,
    dispatchClass: name === 'Timestamp.set' ? 'Mandatory' : 'Normal',
    paysFee: !FREE.has(name),
  };
}
