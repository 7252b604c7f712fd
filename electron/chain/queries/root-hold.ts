import { type Hotkey, isRoot } from '../../../shared/units/index.ts';
import type { RootHold } from '../delegation-port.ts';
import type { GuardQuery } from '../port.ts';
import { blockNumberOf } from '../scale/plain.ts';
import { ScaleError } from '../scale/reader.ts';
import type { ReadAt } from './read-at.ts';
import type { StorageBatch } from './storage-batch.ts';
import { keyBytes } from './storage-entry.ts';

const PALLET = 'SubtensorModule';
const LONGEST = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * Adds how long root stake is held and when that of each validator in question last changed (RootStakeUnlockInterval,
 * LastColdkeyHotkeyStakeBlock). Adds nothing where the runtime has no such hold, or another subnet is asked about; where an
 * entry is unset its default in the metadata counts. @throws ScaleError when the answer is read and is no number of blocks
 */
export function addRootHold(
  { runtime }: Pick<ReadAt, 'runtime'>,
  batch: StorageBatch,
  { coldkey, hotkey, netuid, rootHotkeys = [] }: GuardQuery,
): () => RootHold | undefined {
  if (!runtime.capabilities.rootStakeHold || (netuid !== undefined && !isRoot(netuid))) return () => undefined;
  const interval = batch.add(PALLET, 'RootStakeUnlockInterval');
  const hotkeys = new Set<Hotkey>(hotkey === undefined ? rootHotkeys : [hotkey, ...rootHotkeys]);
  const changes = [...hotkeys].map(
    (each) => [each, batch.add(PALLET, 'LastColdkeyHotkeyStakeBlock', keyBytes(coldkey), keyBytes(each))] as const,
  );
  return () => {
    const blocks = interval().value;
    if (typeof blocks !== 'bigint' || blocks < 0n) throw new ScaleError('not a number of blocks');
    if (blocks === 0n) return undefined;
    return {
      intervalBlocks: Number(blocks < LONGEST ? blocks : LONGEST),
      changedAt: new Map(changes.map(([each, changed]) => [each, blockNumberOf(changed().value ?? 0n)])),
    };
  };
}
