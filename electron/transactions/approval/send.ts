import { AppError, type AppErrorShape } from '../../../shared/errors/index.ts';
import type { ChainClient, SignedExtrinsic } from '../../chain/port.ts';
import type { JournalBook } from '../journal/book.ts';

/** A tx.* code from the node means that it refused the bytes; anything else leaves open whether it took them. */
function isRefusal({ code }: AppError): boolean {
  return code.startsWith('tx.') && code !== 'tx.unknown_outcome';
}

/**
 * Refused when no block could hold it any more: the node then names what it stumbled over first, which may be a proof that
 * fits another block (an era is told modulo its length). The reason is that its time had passed.
 */
function outlived(chain: ChainClient, book: JournalBook, txId: string): AppErrorShape | undefined {
  const record = book.get(txId);
  const best = chain.status().best?.blockNumber ?? 0;
  return record !== undefined && best >= record.deathBlock ? { code: 'tx.expired', facts: {} } : undefined;
}

/** Sends once what the journal already holds, and notes what came of it. Never throws for what the node answers. */
export async function sendOnce(
  chain: ChainClient,
  book: JournalBook,
  txId: string,
  signed: SignedExtrinsic,
): Promise<void> {
  book.markSendStarted(txId);
  try {
    await chain.submit(signed);
    book.apply(txId, { type: 'accepted' });
  } catch (error) {
    const known = AppError.find(error);
    if (known !== undefined && isRefusal(known)) {
      book.apply(txId, { type: 'rejected' }, { error: outlived(chain, book, txId) ?? known.toShape() });
      return;
    }
    const facts = { reason: known?.code ?? 'internal' };
    book.apply(txId, { type: 'unclear' }, { error: { code: 'tx.unknown_outcome', facts } });
  }
}
