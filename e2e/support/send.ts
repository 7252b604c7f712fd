import type { ApiClient, Intent, JournalEntry, Review } from '../../shared/contract/index.ts';
import { until } from './api.ts';

const OVER = new Set(['failed', 'expired', 'unknown']);

/** Waits out the reading time, approves, and follows the transaction to its end. */
export async function approveAndFollow(api: ApiClient, review: Review, password: string): Promise<JournalEntry> {
  await new Promise((rest) => setTimeout(rest, Math.max(0, review.approvableAtMs - Date.now()) + 50));
  const { txId } = await api.transactions.approve({
    reviewId: review.reviewId,
    payloadHash: review.payloadHash,
    password,
  });
  const stream = await api.transactions.watch({ txId });
  return until(stream, (entry) => entry.state === 'finalized' || (OVER.has(entry.state) && entry.final));
}

/** The whole way of one transaction through the real services: review, approve, finality. */
export async function carryOut(api: ApiClient, intent: Intent, password: string): Promise<JournalEntry> {
  return approveAndFollow(api, await api.transactions.review({ intent }), password);
}
