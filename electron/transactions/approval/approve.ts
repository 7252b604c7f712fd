import { randomUUID } from 'node:crypto';
import { AppError, type AppErrorCode } from '../../../shared/errors/index.ts';
import type { SignedExtrinsic } from '../../chain/port.ts';
import type { JournalRecord } from '../../store/index.ts';
import type { JournalBook } from '../journal/book.ts';
import type { TransactionsOptions } from '../ports.ts';
import type { HeldReview, Reviews } from '../review/reviews.ts';
import { assertAssembled } from '../review/unsigned-bytes.ts';
import { KeyedQueue } from './queue.ts';
import { sendOnce } from './send.ts';
import { assertSigned } from './signature.ts';
import { assertStillHolds, assertStillValid } from './still-holds.ts';

export interface Approval {
  readonly reviewId: string;
  readonly payloadHash: string;
  readonly password: string;
}

/** After these the reviewed bytes are worth nothing any more; after others (a wrong password) the review stays good. */
const VOIDING: ReadonlySet<AppErrorCode> = new Set([
  'tx.approval_void',
  'tx.spec_changed',
  'tx.plan_expired',
  'tx.fee_changed',
  'tx.nonce_changed',
  'tx.review_mismatch',
  'tx.signature_invalid',
]);

export interface ApproverParts {
  readonly reviews: Reviews;
  readonly book: JournalBook;
  readonly options: Pick<TransactionsOptions, 'chain' | 'signerFor' | 'now' | 'monotonic' | 'log'>;
  /** Called when bytes were handed over, to look for them. */
  readonly onSent: () => void;
}

/** Turns an approved review into one signature, one journal row and one submission, however often it is approved. */
export class Approver {
  readonly #parts: ApproverParts;
  readonly #queue = new KeyedQueue();
  readonly #sending = new Map<string, Promise<void>>();

  constructor(parts: ApproverParts) {
    this.#parts = parts;
  }

  isSending(txId: string): boolean {
    return this.#sending.has(txId);
  }

  /** Settles when nothing is being handed over any more. */
  async idle(): Promise<void> {
    await Promise.all(this.#sending.values());
  }

  /** @throws AppError tx.approval_void, tx.too_early, tx.*_changed, tx.plan_expired, tx.signature_invalid, vault.*, keys.*, disk.*, chain.* */
  async approve({ reviewId, payloadHash, password }: Approval): Promise<{ txId: string }> {
    const { reviews, options } = this.#parts;
    const done = reviews.approved(reviewId);
    const held = reviews.get(reviewId);
    const known = done?.payloadHash ?? held?.review.payloadHash;
    if (known === undefined) throw new AppError('tx.approval_void', { reason: 'unknown' });
    if (known !== payloadHash) throw new AppError('tx.approval_void', { reason: 'payload' });
    if (done !== undefined) return { txId: done.txId };
    if (held === undefined) throw new AppError('tx.approval_void', { reason: 'unknown' });
    if (held.approval !== undefined) return held.approval;

    const waitMs = Math.ceil(held.approvableAt - options.monotonic());
    if (waitMs > 0) throw new AppError('tx.too_early', { waitMs });
    held.approval = this.#queue.run(held.unsigned.signer, () => this.#carryOut(held, password));
    try {
      return await held.approval;
    } catch (error) {
      held.approval = undefined;
      const code = AppError.find(error)?.code;
      if (code !== undefined && VOIDING.has(code)) reviews.end(held);
      throw error;
    }
  }

  async #carryOut(held: HeldReview, password: string): Promise<{ txId: string }> {
    const { book, reviews, options, onSent } = this.#parts;
    const { chain, unsigned } = held;
    if (options.chain() !== chain) throw new AppError('tx.approval_void', { reason: 'network' });
    await assertStillHolds(held, () => book.pending(unsigned.runtime.genesisHash));

    const signer = await options.signerFor(unsigned.signer);
    const signature = await signer.sign(unsigned.payload, { password });
    assertStillValid(held);
    if (options.chain() !== chain) throw new AppError('tx.approval_void', { reason: 'network' });
    assertSigned(unsigned, signature);
    const signed = chain.assemble(unsigned, signature);
    assertAssembled(signed, unsigned);

    const txId = randomUUID();
    book.insert(this.#record(txId, held, signed));
    reviews.end(held, txId);
    const sending = sendOnce(chain, book, txId, signed)
      // A disk that fails now leaves a row that says how far it came; the tracker finds out the rest.
      .catch((error: unknown) => options.log.error('sending could not be noted', { txId, error }))
      .finally(() => {
        this.#sending.delete(txId);
        onSent();
      });
    this.#sending.set(txId, sending);
    return { txId };
  }

  #record(txId: string, { review, unsigned, network }: HeldReview, signed: SignedExtrinsic): JournalRecord {
    const nowMs = Math.floor(this.#parts.options.now());
    return {
      txId,
      network,
      genesis: unsigned.runtime.genesisHash,
      intent: review.intent,
      call: review.call,
      extrinsic: signed.bytes,
      hash: signed.hash,
      signer: unsigned.signer,
      nonce: unsigned.nonce,
      birthBlock: unsigned.birth.blockNumber,
      deathBlock: unsigned.deathBlock,
      state: 'signed',
      final: false,
      moved: [],
      events: [],
      createdAtMs: nowMs,
      updatedAtMs: nowMs,
    };
  }
}
