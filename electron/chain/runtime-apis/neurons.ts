import type { Hotkey, Netuid } from '../../../shared/units/index.ts';
import type { NeuronRecord } from '../delegation-port.ts';
import type { ReadAt } from '../queries/read-at.ts';
import { blockOf } from '../queries/take-changes.ts';
import { listOf, recordOf } from '../scale/plain.ts';
import { ScaleError } from '../scale/reader.ts';
import { concatBytes, listBytes, u16Bytes } from '../scale/writer.ts';
import { callTyped } from './runtime-api.ts';

const API = 'SubnetInfoRuntimeApi';
/** Hotkeys, ValidatorPermit, LastUpdate, Dividends (chain guide 4.3). */
const WANTED = [52, 57, 59, 61] as const;
const TAKE_ONE = 65_535n;

/** Every hotkey registered on the subnet: four columns of its metagraph. Empty where there is no typed metagraph. */
export async function getNeurons(at: ReadAt, netuid: Netuid): Promise<readonly NeuronRecord[]> {
  const { codec, capabilities } = at.runtime;
  const id = u16Bytes(netuid);
  if (capabilities.selectiveMetagraph) {
    const args = concatBytes(id, listBytes(WANTED.map(u16Bytes)));
    return neuronsOf(await callTyped(at, API, 'get_selective_metagraph', args));
  }
  const typed = codec.apiOutput(API, 'get_metagraph');
  return typed === undefined || codec.types.isBytes(typed)
    ? []
    : neuronsOf(await callTyped(at, API, 'get_metagraph', id));
}

function neuronsOf(reply: unknown): readonly NeuronRecord[] {
  if (reply === null || reply === undefined) return [];
  const graph = recordOf(reply);
  const [permits, updates, dividends] = ['validator_permit', 'last_update', 'dividends'].map((name) =>
    listOf(graph[name] ?? []),
  );
  return listOf(graph['hotkeys'] ?? []).map((hotkey, uid) => {
    if (typeof hotkey !== 'string') throw new ScaleError('a neuron without a hotkey');
    const share = dividends?.[uid];
    return {
      hotkey: hotkey as Hotkey,
      uid,
      permit: permits?.[uid] === true,
      dividends: typeof share === 'bigint' && share <= TAKE_ONE ? Number(share) : 0,
      lastUpdate: blockOf(updates?.[uid]),
    };
  });
}
