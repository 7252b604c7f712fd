import { type AlphaRao, type Coldkey, type Netuid, toAlphaRao, toNetuid } from '../../../shared/units/index.ts';
import type { StakeAvailability } from '../delegation-port.ts';
import type { ReadAt } from '../queries/read-at.ts';
import { keyBytes } from '../queries/storage-entry.ts';
import { listOf, needInt, recordOf } from '../scale/plain.ts';
import { ScaleError } from '../scale/reader.ts';
import { concatBytes, listBytes, u16Bytes } from '../scale/writer.ts';
import { callTyped } from './runtime-api.ts';

const NONE = Uint8Array.of(0);
const SOME = Uint8Array.of(1);

/** Accounts asked for in one call: the runtime walks all subnets for each of them. */
const COLDKEYS_PER_CALL = 256;

/*
 * The runtime leaves a subnet out when the account neither holds nor locks anything there, and answers a list it does not
 * like with empty maps (chain guide, 3.2; the docstring of this API in the runtime says the same). So an omission says
 * "nothing" only of a subnet where nothing is held. Where something is, nobody has said what may leave.
 */

/** Alpha of the coldkey on the subnet that no conviction lock holds; undefined when the reply leaves the subnet out. */
export async function getStakeAvailability(
  at: ReadAt,
  coldkey: Coldkey,
  netuid: Netuid,
): Promise<AlphaRao | undefined> {
  const rows = await read(at, [coldkey], concatBytes(SOME, listBytes([u16Bytes(netuid)])));
  return rows.find((row) => row.netuid === netuid)?.available;
}

/** Availability on every subnet that the replies name; one wave. Empty where the runtime has no locks. */
export async function getStakeAvailabilities(
  at: ReadAt,
  coldkeys: readonly Coldkey[],
): Promise<readonly StakeAvailability[]> {
  if (!at.runtime.capabilities.stakeAvailability) return [];
  const asked = [...new Set(coldkeys)];
  const calls: Promise<readonly StakeAvailability[]>[] = [];
  for (let from = 0; from < asked.length; from += COLDKEYS_PER_CALL) {
    calls.push(read(at, asked.slice(from, from + COLDKEYS_PER_CALL), NONE));
  }
  return (await Promise.all(calls)).flat();
}

async function read(
  at: ReadAt,
  coldkeys: readonly Coldkey[],
  netuids: Uint8Array,
): Promise<readonly StakeAvailability[]> {
  const args = concatBytes(listBytes(coldkeys.map(keyBytes)), netuids);
  const reply = await callTyped(at, 'StakeInfoRuntimeApi', 'get_stake_availability_for_coldkeys', args);
  // BTreeMap<AccountId32, BTreeMap<u16, StakeAvailability>>; a map names every key once.
  const left = new Set<unknown>(coldkeys);
  return listOf(reply).flatMap((entry) => {
    const [coldkey, subnets] = listOf(entry);
    if (!left.delete(coldkey)) throw new ScaleError('an availability of somebody else, or told twice');
    const seen = new Set<Netuid>();
    return listOf(subnets).map((subnet) => {
      const row = toRow(coldkey as Coldkey, listOf(subnet));
      if (seen.has(row.netuid)) throw new ScaleError('the availability of a subnet is told twice');
      seen.add(row.netuid);
      return row;
    });
  });
}

function toRow(coldkey: Coldkey, [id, fields]: readonly unknown[]): StakeAvailability {
  const row = recordOf(fields);
  const total = toAlphaRao(needInt(row, 'total'));
  const available = toAlphaRao(needInt(row, 'available'));
  if (available > total) throw new ScaleError('more alpha is free to go than there is');
  return { coldkey, netuid: toNetuid(Number(id)), total, locked: toAlphaRao(needInt(row, 'locked')), available };
}
