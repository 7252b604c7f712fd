import { type Coldkey, toAlphaRao, toNetuid } from '../../../shared/units/index.ts';
import type { StakeAvailability } from '../delegation-port.ts';
import type { ReadAt } from '../queries/read-at.ts';
import { keyBytes } from '../queries/storage-entry.ts';
import { listOf, needInt, recordOf } from '../scale/plain.ts';
import { ScaleError } from '../scale/reader.ts';
import { concatBytes, listBytes } from '../scale/writer.ts';
import { callTyped } from './runtime-api.ts';

/** The chain answers longer lists with nothing. */
const MAX_COLDKEYS = 256;
const ALL_SUBNETS = Uint8Array.of(0);

/** What conviction locks leave free, by account and subnet; empty where the runtime has no such call. */
export async function getStakeAvailabilities(
  at: ReadAt,
  coldkeys: readonly Coldkey[],
): Promise<readonly StakeAvailability[]> {
  if (!at.runtime.capabilities.stakeAvailability || coldkeys.length === 0) return [];
  const chunks: (readonly Coldkey[])[] = [];
  for (let from = 0; from < coldkeys.length; from += MAX_COLDKEYS)
    chunks.push(coldkeys.slice(from, from + MAX_COLDKEYS));
  return (await Promise.all(chunks.map((chunk) => readChunk(at, chunk)))).flat();
}

/** BTreeMap<AccountId32, BTreeMap<u16, StakeAvailability>>. */
async function readChunk(at: ReadAt, coldkeys: readonly Coldkey[]): Promise<readonly StakeAvailability[]> {
  const args = concatBytes(listBytes(coldkeys.map(keyBytes)), ALL_SUBNETS);
  const reply = await callTyped(at, 'StakeInfoRuntimeApi', 'get_stake_availability_for_coldkeys', args);
  const asked = new Set<string>(coldkeys);
  return listOf(reply).flatMap((row) => {
    const [account, subnets] = listOf(row);
    if (typeof account !== 'string' || !asked.has(account)) throw new ScaleError('the stake of somebody else');
    return listOf(subnets).map((pair) => toAvailability(account as Coldkey, listOf(pair)));
  });
}

function toAvailability(coldkey: Coldkey, [netuid, facts]: readonly unknown[]): StakeAvailability {
  const record = recordOf(facts);
  return {
    coldkey,
    netuid: toNetuid(Number(netuid)),
    total: toAlphaRao(needInt(record, 'total')),
    locked: toAlphaRao(needInt(record, 'locked')),
    available: toAlphaRao(needInt(record, 'available')),
  };
}
