import { os } from './implementer.ts';
import type { Services } from './services.ts';
import { streamLatest } from './stream.ts';

const api = os.transactions;

export function implementTransactions(transactions: Services['transactions']) {
  return api.router({
    quote: api.quote.handler(({ input, context, signal }) =>
      streamLatest(transactions.watchQuote(input.intent), context.streams, signal),
    ),
    review: api.review.handler(({ input }) => transactions.review(input.intent)),
    discard: api.discard.handler(({ input }) => transactions.discard(input.reviewId)),
    approve: api.approve.handler(({ input }) => transactions.approve(input)),
    watch: api.watch.handler(({ input, context, signal }) =>
      streamLatest(transactions.watch(input.txId), context.streams, signal),
    ),
    journal: api.journal.handler(({ context, signal }) =>
      streamLatest(transactions.watchJournal, context.streams, signal),
    ),
  });
}
