import { Blake2256 } from '@polkadot-api/substrate-bindings';
import type { BlockRef } from '../port.ts';
import { asHash, fromHex, toHex } from '../scale/hex.ts';
import { recordOf } from '../scale/plain.ts';
import { ScaleError } from '../scale/reader.ts';
import { compactBytes, concatBytes, listBytes } from '../scale/writer.ts';

/** A header as JSON-RPC gives it, without its hash: the hash is computed here, so a node cannot misname a block. */
export interface Header extends BlockRef {
  readonly parentHash: string;
}

/** @throws ScaleError when it is not a header. */
export function parseHeader(value: unknown): Header {
  const header = recordOf(value);
  const { number, parentHash, stateRoot, extrinsicsRoot } = header;
  if (typeof number !== 'string' || !/^0x[0-9a-f]{1,8}$/i.test(number)) throw new ScaleError('not a block number');
  const { logs } = recordOf(header['digest']);
  if (!Array.isArray(logs) || logs.length > 64) throw new ScaleError('not a digest');
  const blockNumber = Number.parseInt(number, 16);
  const bytes = concatBytes(
    fromHex(asHash(parentHash)),
    compactBytes(BigInt(blockNumber)),
    fromHex(asHash(stateRoot)),
    fromHex(asHash(extrinsicsRoot)),
    listBytes(logs.map(fromHex)),
  );
  return { blockNumber, blockHash: toHex(Blake2256(bytes)), parentHash: asHash(parentHash) };
}
