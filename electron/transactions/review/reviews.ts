import type { Review } from '../../../shared/contract/index.ts';
import type { ChainClient, UnsignedExtrinsic } from '../../chain/port.ts';

/** Reviews kept at once; a window that asks for more loses the oldest. */
const MAX_REVIEWS = 32;

/** A review the person is reading, with the bytes it was made from. */
export interface HeldReview {
  readonly review: Review;
  readonly unsigned: UnsignedExtrinsic;
  readonly chain: ChainClient;
  readonly network: string;
  /** Monotonic milliseconds before which an approval is refused. */
  readonly approvableAt: number;
  /** The one approval under way; later callers get the same promise. */
  approval?: Promise<{ txId: string }> | undefined;
}

/** Open reviews and what became of approved ones. */
export class Reviews {
  readonly #open = new Map<string, HeldReview>();
  readonly #approved = new Map<string, { readonly payloadHash: string; readonly txId: string }>();

  add(held: HeldReview): void {
    this.#open.set(held.review.reviewId, held);
    this.#trim(this.#open, (one) => one.approval === undefined);
  }

  get(reviewId: string): HeldReview | undefined {
    return this.#open.get(reviewId);
  }

  discard(reviewId: string): void {
    if (this.#open.get(reviewId)?.approval === undefined) this.#open.delete(reviewId);
  }

  /** Ends a review for good: it was voided, or it was signed (`txId`). */
  end({ review: { reviewId, payloadHash } }: HeldReview, txId?: string): void {
    this.#open.delete(reviewId);
    if (txId === undefined) return;
    this.#approved.set(reviewId, { payloadHash, txId });
    this.#trim(this.#approved, () => true);
  }

  approved(reviewId: string): { readonly payloadHash: string; readonly txId: string } | undefined {
    return this.#approved.get(reviewId);
  }

  #trim<T>(map: Map<string, T>, isIdle: (value: T) => boolean): void {
    for (const [key, value] of map) {
      if (map.size <= MAX_REVIEWS) return;
      if (isIdle(value)) map.delete(key);
    }
  }
}
