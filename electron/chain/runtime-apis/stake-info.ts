import { type Coldkey, type Hotkey, toAlphaRao, toNetuid } from '../../../shared/units/index.ts';
import type { StakePositionRecord } from '../port.ts';
import type { ReadAt } from '../queries/read-at.ts';
import { keyBytes } from '../queries/storage-entry.ts';
import { listOf, needInt, needText, recordOf } from '../scale/plain.ts';
import { ScaleError } from '../scale/reader.ts';
import { compactBytes, concatBytes, listBytes } from '../scale/writer.ts';
import { callTyped } from './runtime-api.ts';
import { decodeStakeInfo218 } from './stake-info-218.ts';

const API = 'StakeInfoRuntimeApi';
const METHOD = 'get_stake_info_for_coldkeys';

/** Positions of every coldkey in one call; empty ones (which old runtimes list) are dropped. */
export async function getStakePositions(
  at: ReadAt,
  coldkeys: readonly Coldkey[],
): Promise<readonly StakePositionRecord[]> {
  if (coldkeys.length === 0) return [];
  const keys = coldkeys.map(keyBytes);
  const rows = at.runtime.capabilities.typedRuntimeApis
    ? typedRows(await callTyped(at, API, METHOD, listBytes(keys)))
    : decodeStakeInfo218(await at.stateCall(API, METHOD, listBytes(keys.map(asBytes))));
  const asked = new Set<string>(coldkeys);
  if (rows.some((row) => !asked.has(row.coldkey))) throw new ScaleError('a position of somebody else');
  return rows.filter((row) => row.alpha > 0n);
}

/** Vec<(AccountId32, Vec<StakeInfo>)>, fields by name. */
function typedRows(reply: unknown): readonly StakePositionRecord[] {
  return listOf(reply).flatMap((pair) => listOf(listOf(pair)[1]).map((row) => toPosition(recordOf(row))));
}

function toPosition(row: Readonly<Record<string, unknown>>): StakePositionRecord {
  return {
    coldkey: needText(row, 'coldkey') as Coldkey,
    hotkey: needText(row, 'hotkey') as Hotkey,
    netuid: toNetuid(Number(needInt(row, 'netuid'))),
    alpha: toAlphaRao(needInt(row, 'stake')),
    isRegistered: row['is_registered'] === true,
  };
}

/** The opaque runtimes take account ids as byte vectors. */
function asBytes(key: Uint8Array): Uint8Array {
  return concatBytes(compactBytes(BigInt(key.length)), key);
}
