import type { Intent, JournalEntry, Quote, Review } from '../../shared/contract/index.ts';
import { type Approval, Approver } from './approval/approve.ts';
import { JournalBook } from './journal/book.ts';
import type { PlanContext } from './plan/index.ts';
import type { Quoted, Subscribe, TransactionsOptions } from './ports.ts';
import { watchQuote } from './quote/watch-quote.ts';
import { makeReview } from './review/make-review.ts';
import { Reviews } from './review/reviews.ts';
import { Tracker } from './track/tracker.ts';

/** The only way anything is signed: intent, plan, review, approval, journal, submission, tracking. */
export interface Transactions {
  /** Quote now and after every block; a failed one arrives as `error`. */
  watchQuote(intent: Intent): Subscribe<Quoted<Quote>>;
  /** @throws AppError the first obstacle's code, tx.review_mismatch, chain.* */
  review(intent: Intent): Promise<Review>;
  /** Forgets a review that nobody approved. */
  discard(reviewId: string): Promise<void>;
  /** Signs, journals and sends what was reviewed, once. Resolves when it is in the journal and on its way. */
  approve(approval: Approval): Promise<{ txId: string }>;
  /** One transaction from now on. */
  watch(txId: string): Subscribe<JournalEntry>;
  readonly watchJournal: Subscribe<JournalEntry[]>;
  /** Looks for what is still open on the network in use: at the start, after every (re)connection, after a change of network. */
  resume(): void;
  /** Settles when nothing is under way any more. */
  close(): Promise<void>;
}

/** Where something was sent before; failed and expired attempts do not make an address known. */
function recipientsOf(book: JournalBook): Set<string> {
  const reached = book.list().filter(({ state }) => state === 'finalized' || state === 'in_block');
  const wishes = reached.flatMap(({ intent }) => (intent.kind === 'stake.batch' ? intent.steps : [intent]));
  return new Set(wishes.flatMap((wish) => ('to' in wish ? [wish.to] : [])));
}

export function createTransactions(options: TransactionsOptions): Transactions {
  const { lookup, log } = options;
  const book = new JournalBook(options.store.journal, () => Math.floor(options.now()));
  const reviews = new Reviews();

  const context = (): PlanContext => {
    let past: Set<string> | undefined;
    const pastRecipients = (): Set<string> => (past ??= recipientsOf(book));
    return {
      chain: options.chain(),
      networkId: options.networkId(),
      symbolOf: (netuid) => lookup.symbolOf(netuid),
      hasPermit: (hotkey, netuid) => lookup.hasPermit(hotkey, netuid),
      takeRose: (hotkey) => lookup.takeRose?.(hotkey),
      isOwn: options.isOwn,
      pastRecipients,
      knownAddresses: () => [...(options.ownAddresses?.() ?? []), ...pastRecipients()],
    };
  };
  const approver: Approver = new Approver({ reviews, book, options, onSent: () => tracker.look() });
  const tracker = new Tracker({
    book,
    chain: options.chain,
    isSending: (txId) => approver.isSending(txId),
    symbolOf: (netuid) => lookup.symbolOf(netuid),
    log,
  });

  return {
    watchQuote: (intent) => (listener) => watchQuote(intent, context(), log)(listener),
    review: async (intent) => {
      const at = context();
      const pending = () => book.pending(at.chain.runtime().genesisHash);
      const held = await makeReview(intent, at, pending, options);
      reviews.add(held);
      return held.review;
    },
    discard: (reviewId) => {
      reviews.discard(reviewId);
      return Promise.resolve();
    },
    approve: (approval) => approver.approve(approval),
    watch: (txId) => book.watch(txId),
    watchJournal: book.watchAll,
    resume: () => tracker.resume(),
    close: async () => {
      await Promise.all([tracker.close(), approver.idle()]);
    },
  };
}
