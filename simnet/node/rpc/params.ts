import { bytesOf } from '../../runtime/hex.ts';
import type { Block } from '../block.ts';
import type { SimNode } from '../node.ts';
import { invalidParams, RpcError } from './rpc-error.ts';

const HEX = /^0x(?:[0-9a-f]{2})*$/iu;
const MAX_HEX = 16 * 1024 * 1024;

/** Bytes of a hex parameter. Empty text stands for no bytes: polkadot-api sends it for a call without arguments. */
export function hexParam(value: unknown, name: string): Uint8Array {
  if (value === '') return new Uint8Array();
  if (typeof value !== 'string' || value.length > MAX_HEX || !HEX.test(value))
    throw invalidParams(`${name} must be 0x hex`);
  return bytesOf(value);
}

/** A storage key or prefix as the state keeps it: lower-case hex without 0x. */
export function keyParam(value: unknown, name = 'key'): string {
  if (typeof value !== 'string' || !HEX.test(value)) throw invalidParams(`${name} must be 0x hex`);
  return value.slice(2).toLowerCase();
}

export function stringParam(value: unknown, name: string): string {
  if (typeof value !== 'string') throw invalidParams(`${name} must be a string`);
  return value;
}

export function numberParam(value: unknown, name: string): number {
  if (typeof value === 'string' && /^0x[0-9a-f]+$/iu.test(value)) return Number.parseInt(value, 16);
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw invalidParams(`${name} must be a number`);
  return value;
}

export function listParam(value: unknown, name: string): readonly unknown[] {
  if (!Array.isArray(value)) throw invalidParams(`${name} must be a list`);
  return value;
}

/** The block a reading is asked at: the best one when no hash is given. @throws RpcError 4003 for an unknown hash */
export function blockParam(node: SimNode, hash: unknown): Block {
  if (hash === undefined || hash === null) return node.chain.best;
  const block = typeof hash === 'string' ? node.chain.get(hash.toLowerCase()) : undefined;
  if (block === undefined) {
    throw new RpcError(
      4003,
      'Client error: UnknownBlock: Header was not found in the database',
      stringParam(hash, 'hash').slice(0, 80),
    );
  }
  return block;
}
