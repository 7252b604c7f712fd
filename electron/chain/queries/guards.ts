import { isRoot } from '../../../shared/units/index.ts';
import type { ChainGuards, GuardQuery } from '../port.ts';
import { getStakeAvailability } from '../runtime-apis/stake-availability.ts';
import { u16Bytes } from '../scale/writer.ts';
import type { ReadAt } from './read-at.ts';
import { addRootHold } from './root-hold.ts';
import { StorageBatch } from './storage-batch.ts';
import { keyBytes } from './storage-entry.ts';

const SWAP_MARKS = ['ColdkeySwapScheduled', 'ColdkeySwapAnnouncements', 'ColdkeySwapDisputes'];

/** One storage request and, where the runtime has conviction locks, one runtime API call beside it. */
export async function getGuards(at: ReadAt, query: GuardQuery): Promise<ChainGuards> {
  const { coldkey, hotkey, netuid } = query;
  const { codec, capabilities } = at.runtime;
  const batch = new StorageBatch(at);
  const paused = batch.add('SafeMode', 'EnteredUntil');
  const swaps = SWAP_MARKS.map((item) => batch.add('SubtensorModule', item, keyBytes(coldkey)));
  const owner = hotkey === undefined ? undefined : batch.add('SubtensorModule', 'Owner', keyBytes(hotkey));
  const onSubnet = (item: string) =>
    netuid === undefined || isRoot(netuid) ? undefined : batch.add('SubtensorModule', item, u16Bytes(netuid));
  const added = onSubnet('NetworksAdded');
  const started = codec.storage('SubtensorModule', 'SubtokenEnabled') && onSubnet('SubtokenEnabled');
  const hold = addRootHold(at, batch, query);
  const [, available] = await Promise.all([
    batch.read(),
    netuid !== undefined && capabilities.stakeAvailability ? getStakeAvailability(at, coldkey, netuid) : undefined,
  ]);
  const rootHold = hold();
  return {
    safeMode: paused().present,
    coldkeySwapPending: swaps.some((mark) => mark().present),
    hotkeyExists: owner === undefined || owner().present,
    subnetExists: added === undefined || added().value === true,
    subnetStarted: started === undefined || started().value === true,
    ...(available === undefined ? {} : { available }),
    ...(rootHold === undefined ? {} : { rootHold }),
  };
}
