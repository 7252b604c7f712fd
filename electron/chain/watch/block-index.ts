import { Blake2256 } from '@polkadot-api/substrate-bindings';
import type { RawCall } from '../connection/handshake.ts';
import { asHash, fromHex, toHex } from '../scale/hex.ts';
import { listOf, recordOf } from '../scale/plain.ts';

export interface IndexedBlock {
  readonly parentHash: string;
  /** blake2_256 of each extrinsic, in order. */
  readonly hashes: readonly string[];
}

const MAX_BLOCKS = 512;

/** Remembers the extrinsic hashes of blocks already looked at, so that a search repeated each block stays cheap. */
export class BlockIndex {
  readonly #request: RawCall;
  readonly #blocks = new Map<string, IndexedBlock>();

  constructor(request: RawCall) {
    this.#request = request;
  }

  /** @throws ScaleError for a malformed block */
  async get(blockHash: string): Promise<IndexedBlock> {
    const known = this.#blocks.get(blockHash);
    if (known !== undefined) return known;
    const { block } = recordOf(await this.#request('chain_getBlock', [blockHash], true));
    const { header, extrinsics } = recordOf(block);
    const indexed = {
      parentHash: asHash(recordOf(header)['parentHash']),
      hashes: listOf(extrinsics).map((extrinsic) => toHex(Blake2256(fromHex(extrinsic)))),
    };
    const [oldest] = this.#blocks.keys();
    if (this.#blocks.size >= MAX_BLOCKS && oldest !== undefined) this.#blocks.delete(oldest);
    this.#blocks.set(blockHash, indexed);
    return indexed;
  }
}
