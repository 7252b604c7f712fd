import { hexOf } from '../../../runtime/hex.ts';
import type { Block } from '../../block.ts';
import type { SimNode } from '../../node.ts';
import { StateDiscarded } from '../../state-layers.ts';
import { hexParam, listParam, stringParam } from '../params.ts';
import { storageItems } from '../storage-items.ts';

/** Events of one operation, without its id. */
export type Operation = () => readonly Readonly<Record<string, unknown>>[];

/** Items of one storage event; more are sent as several. */
const ITEMS_PER_EVENT = 512;

export function bodyOperation(block: Block): Operation {
  return () => [{ event: 'operationBodyDone', value: block.extrinsics.map(hexOf) }];
}

export function callOperation(node: SimNode, block: Block, method: unknown, args: unknown): Operation {
  const name = stringParam(method, 'function');
  const bytes = hexParam(args, 'callParameters');
  return () => {
    try {
      return [{ event: 'operationCallDone', output: hexOf(node.chain.call(block, name, bytes)) }];
    } catch (error) {
      if (error instanceof StateDiscarded) return [{ event: 'operationInaccessible' }];
      return [{ event: 'operationError', error: error instanceof Error ? error.message : 'call failed' }];
    }
  };
}

export function storageOperation(block: Block, items: unknown): Operation {
  const found = listParam(items, 'items').flatMap((item) => storageItems(block, item));
  return () => {
    const events: Record<string, unknown>[] = [];
    for (let at = 0; at < found.length; at += ITEMS_PER_EVENT) {
      events.push({ event: 'operationStorageItems', items: found.slice(at, at + ITEMS_PER_EVENT) });
    }
    return [...events, { event: 'operationStorageDone' }];
  };
}
