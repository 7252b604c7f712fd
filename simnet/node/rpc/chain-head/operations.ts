import { blake2AsHex } from '@polkadot/util-crypto';
import { hexOf } from '../../../runtime/hex.ts';
import type { Block } from '../../chain.ts';
import type { SimNode } from '../../node.ts';
import { hexParam, keyParam, listParam, stringParam } from '../params.ts';
import { invalidParams } from '../rpc-error.ts';

export type OperationEvents = (operationId: string) => readonly Record<string, unknown>[];

export function bodyOperation(block: Block): OperationEvents {
  return (operationId) => [{ event: 'operationBodyDone', operationId, value: block.extrinsics.map(hexOf) }];
}

export function callOperation(node: SimNode, block: Block, method: unknown, args: unknown): OperationEvents {
  const name = stringParam(method, 'function');
  const bytes = hexParam(args, 'callParameters');
  return (operationId) => {
    try {
      const output = hexOf(block.runtime.call(block.state, name, bytes, node.chain.contextAt(block)));
      return [{ event: 'operationCallDone', operationId, output }];
    } catch (error) {
      return [{ event: 'operationError', operationId, error: error instanceof Error ? error.message : 'call failed' }];
    }
  };
}

function itemsFor(block: Block, item: unknown): Record<string, unknown>[] {
  if (typeof item !== 'object' || item === null) throw invalidParams('items must be objects');
  const { key: rawKey, type } = item as { key?: unknown; type?: unknown };
  const key = keyParam(rawKey);
  const found = type === 'descendantsValues' || type === 'descendantsHashes' ? [...block.state.keys(key)] : [key];
  return found.flatMap((each): Record<string, unknown>[] => {
    const value = block.state.get(each);
    if (value === undefined) return [];
    if (type === 'value' || type === 'descendantsValues') return [{ key: `0x${each}`, value: hexOf(value) }];
    if (type === 'hash' || type === 'descendantsHashes') return [{ key: `0x${each}`, hash: blake2AsHex(value, 256) }];
    if (type === 'closestDescendantMerkleValue')
      return [{ key: `0x${each}`, closestDescendantMerkleValue: blake2AsHex(value, 256) }];
    throw invalidParams('unknown storage query type');
  });
}

export function storageOperation(block: Block, items: unknown): OperationEvents {
  const wanted = listParam(items, 'items').flatMap((item) => itemsFor(block, item));
  return (operationId) => [
    ...(wanted.length === 0 ? [] : [{ event: 'operationStorageItems', operationId, items: wanted }]),
    { event: 'operationStorageDone', operationId },
  ];
}
