import { parseAddress } from '../../shared/domain/address.ts';
import type { Block } from '../node/block.ts';
import type { SimNode } from '../node/node.ts';
import { settleEvents } from '../runtime/block/events.ts';
import { Exec } from '../runtime/exec.ts';
import { mintInto } from '../runtime/genesis.ts';
import { hexOf } from '../runtime/hex.ts';

/** A u64 balance holds little more than 18.4 billion TAO; this keeps the sum of many wishes far below it. */
const MAX_WISH_RAO = 1_000_000n * 1_000_000_000n;

/**
 * Pays play money with the next block, which is made at once.
 * @throws RangeError for what is no prefix-42 address, and for an amount in rao below 1, above 1,000,000 TAO, or below
 * the existential deposit of a new account
 */
export function fund(node: SimNode, address: string, rao: bigint): Block {
  const parsed = parseAddress(address);
  if (!parsed.ok) throw new RangeError('not an address of this network');
  if (rao < 1n || rao > MAX_WISH_RAO) throw new RangeError('the amount is out of range');
  const who = hexOf(parsed.publicKey);
  const blockNumber = node.chain.best.number + 1;
  node.intervene((state) => {
    mintInto(state, who, rao);
    // Money that appears is told like any other, so that a wallet's history can show where it came from.
    const exec = new Exec(state, blockNumber, { type: 'Initialization' });
    exec.emit('Balances', 'Minted', { who, amount: rao });
    settleEvents(state, exec);
  });
  return node.mine();
}
