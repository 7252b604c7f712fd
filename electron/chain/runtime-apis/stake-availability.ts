import { type AlphaRao, type Coldkey, type Netuid, toAlphaRao } from '../../../shared/units/index.ts';
import type { ReadAt } from '../queries/read-at.ts';
import { keyBytes } from '../queries/storage-entry.ts';
import { listOf, needInt, recordOf } from '../scale/plain.ts';
import { concatBytes, listBytes, u16Bytes } from '../scale/writer.ts';
import { callTyped } from './runtime-api.ts';

/** Alpha of the coldkey on the subnet that no conviction lock holds; zero when it has none there. */
export async function getStakeAvailability(at: ReadAt, coldkey: Coldkey, netuid: Netuid): Promise<AlphaRao> {
  const some = Uint8Array.of(1);
  const args = concatBytes(listBytes([keyBytes(coldkey)]), some, listBytes([u16Bytes(netuid)]));
  const reply = await callTyped(at, 'StakeInfoRuntimeApi', 'get_stake_availability_for_coldkeys', args);
  // BTreeMap<AccountId32, BTreeMap<u16, StakeAvailability>>
  const subnets =
    listOf(reply)
      .map(listOf)
      .find(([account]) => account === coldkey)?.[1] ?? [];
  const found = listOf(subnets)
    .map(listOf)
    .find(([id]) => id === BigInt(netuid))?.[1];
  return toAlphaRao(found === undefined ? 0n : needInt(recordOf(found), 'available'));
}
