import { TypeRegistry } from '@polkadot/types';
import { decodeAddress } from '@polkadot/util-crypto';
import type { RealRuntime } from '../fixtures/chopsticks.ts';
import type { TruePosition } from './truth.ts';

/** StakeInfo of spec 218: hotkey, coldkey, netuid, stake, locked, emission, drain, is_registered. */
const ROW = '(AccountId32, AccountId32, Compact<u16>, Compact<u64>, Compact<u64>, Compact<u64>, Compact<u64>, bool)';

interface Row {
  readonly [0]: { toString(): string };
  readonly [2]: { toNumber(): number };
  readonly [3]: { toBigInt(): bigint };
}

/**
 * `StakeInfoRuntimeApi_get_stake_info_for_coldkey` asked and decoded without our client. At 218 it takes and answers opaque
 * bytes, and it lists positions of nothing too; those are left out.
 */
export async function truePositions(chain: RealRuntime, coldkey: string): Promise<TruePosition[]> {
  const args = `0x80${Buffer.from(decodeAddress(coldkey)).toString('hex')}`;
  const reply = String(await chain.rpc('state_call', ['StakeInfoRuntimeApi_get_stake_info_for_coldkey', args]));
  const registry = new TypeRegistry();
  // From bytes, so that the length before them is read; from text it would count as content.
  const inner = registry.createType('Bytes', Uint8Array.from(Buffer.from(reply.slice(2), 'hex'))).toU8a(true);
  const rows = registry.createType(`Vec<${ROW}>`, inner) as unknown as Iterable<Row>;
  return [...rows]
    .map((row) => ({ hotkey: row[0].toString(), netuid: row[2].toNumber(), alpha: row[3].toBigInt() }))
    .filter(({ alpha }) => alpha > 0n)
    .sort((a, b) => a.netuid - b.netuid || (a.hotkey < b.hotkey ? -1 : 1));
}
