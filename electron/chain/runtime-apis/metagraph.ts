import type { Hotkey, Netuid } from '../../../shared/units/index.ts';
import type { NeuronRecord } from '../delegation-port.ts';
import type { ReadAt } from '../queries/read-at.ts';
import { blockNumberOf, listOf, needInt, recordOf } from '../scale/plain.ts';
import { ScaleError } from '../scale/reader.ts';
import { concatBytes, listBytes, u16Bytes } from '../scale/writer.ts';
import { callTyped } from './runtime-api.ts';

const API = 'SubnetInfoRuntimeApi';
/** Hotkeys, ValidatorPermit, LastUpdate, Dividends: indexes of the selective metagraph (chain guide, 4.3). */
const WANTED = [52, 57, 59, 61];
const U16_MAX = 65_535;

/** Everybody registered on the subnet, by uid; one call. Empty where the subnet or a typed metagraph is missing. */
export async function getNeurons(at: ReadAt, netuid: Netuid): Promise<readonly NeuronRecord[]> {
  const { typedRuntimeApis, selectiveMetagraph } = at.runtime.capabilities;
  if (!typedRuntimeApis) return [];
  const reply = selectiveMetagraph
    ? await callTyped(
        at,
        API,
        'get_selective_metagraph',
        concatBytes(u16Bytes(netuid), listBytes(WANTED.map(u16Bytes))),
      )
    : await callTyped(at, API, 'get_metagraph', u16Bytes(netuid));
  if (reply === null) return [];
  const graph = recordOf(reply);
  if (needInt(graph, 'netuid') !== BigInt(netuid)) throw new ScaleError('the metagraph of another subnet');
  const hotkeys = listOf(graph['hotkeys']);
  const columns = ['validator_permit', 'last_update', 'dividends'].map((field) => listOf(graph[field] ?? []));
  if (columns.some((column) => column.length > hotkeys.length)) throw new ScaleError('more figures than neurons');
  const [permits, updates, dividends] = columns;
  return hotkeys.map((hotkey, uid) => {
    if (typeof hotkey !== 'string') throw new ScaleError('a hotkey is no account');
    return {
      hotkey: hotkey as Hotkey,
      uid,
      permit: permits?.[uid] === true,
      dividends: shareOf(dividends?.[uid] ?? 0n),
      lastUpdate: blockNumberOf(updates?.[uid] ?? 0n),
    };
  });
}

function shareOf(value: unknown): number {
  if (typeof value !== 'bigint' || value > BigInt(U16_MAX)) throw new ScaleError('not a share of 65535');
  return Number(value);
}
