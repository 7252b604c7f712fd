import { toRao } from '../../../shared/units/index.ts';
import type { RawCall } from '../connection/handshake.ts';
import type { ChainConstants } from '../port.ts';
import type { RuntimeCodec } from '../scale/codec.ts';

/** Rao; what the releases that keep no minimum in metadata or state enforce (with and without full exits). */
const OLD_MIN_STAKE = 500_000n;
const MIN_STAKE = 2_000_000n;
const DEFAULT_BLOCK_TIME_MS = 12_000n;

/** Constants of a runtime. Only a minimum stake kept in storage costs a request. */
export async function readConstants(codec: RuntimeCodec, call: RawCall): Promise<ChainConstants> {
  return {
    existentialDeposit: toRao(integer(codec, 'Balances', 'ExistentialDeposit') ?? 500n),
    minStake: toRao(await minStake(codec, call)),
    blockHashCount: Number(integer(codec, 'System', 'BlockHashCount') ?? 2400n),
    blockTimeMs: Number(blockTime(codec)),
  };
}

function integer(codec: RuntimeCodec, pallet: string, name: string): bigint | undefined {
  const value = codec.constant(pallet, name);
  return typeof value === 'bigint' ? value : undefined;
}

function blockTime(codec: RuntimeCodec): bigint {
  const slot = integer(codec, 'Aura', 'SlotDuration');
  const half = integer(codec, 'Timestamp', 'MinimumPeriod');
  const found = slot ?? (half === undefined ? undefined : half * 2n);
  return found === undefined || found === 0n ? DEFAULT_BLOCK_TIME_MS : found;
}

async function minStake(codec: RuntimeCodec, call: RawCall): Promise<bigint> {
  const constant = integer(codec, 'SubtensorModule', 'InitialMinStake');
  if (constant !== undefined) return constant;
  const entry = codec.storage('SubtensorModule', 'MinStake');
  if (entry !== undefined) {
    const value = entry.decode((await call('state_getStorage', [entry.key()])) as string | null);
    if (typeof value === 'bigint') return value;
  }
  return codec.callArgs('SubtensorModule', 'remove_stake_full_limit') === undefined ? OLD_MIN_STAKE : MIN_STAKE;
}
