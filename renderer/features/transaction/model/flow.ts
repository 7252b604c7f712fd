import type { Intent, JournalEntry, Quote, Review } from '../../../../shared/contract/index.ts';
import type { AppErrorCode, AppErrorShape } from '../../../../shared/errors/index.ts';
import type { Form } from './form.ts';
import { intentKey } from './to-intent.ts';

/** What the chain says about the form as it stands. `stale` keeps the last figures, marked. */
export type QuoteState =
  | { readonly is: 'none' }
  | { readonly is: 'waiting'; readonly intent: Intent }
  | { readonly is: 'live'; readonly intent: Intent; readonly quote: Quote }
  | { readonly is: 'failed'; readonly intent: Intent; readonly error: AppErrorShape; readonly last: Quote | undefined };

/** Where the one transaction of the panel is. */
export type Flow =
  | { readonly at: 'closed' }
  | {
      readonly at: 'choose';
      readonly form: Form;
      readonly quote: QuoteState;
      /** Why the last review or approval came to nothing. */
      readonly problem: AppErrorShape | undefined;
    }
  | {
      readonly at: 'reviewing';
      readonly form: Form;
      readonly intent: Intent;
      readonly ticket: number;
      /** What was quoted when the review was asked for. */
      readonly quote: QuoteState;
    }
  | {
      readonly at: 'review';
      readonly form: Form;
      readonly review: Review;
      readonly problem: AppErrorShape | undefined;
    }
  | {
      readonly at: 'approving';
      readonly form: Form;
      readonly review: Review;
      /** The panel was closed meanwhile; the transaction goes on. */
      readonly left: boolean;
    }
  | {
      readonly at: 'tracking';
      readonly review: Review;
      readonly txId: string;
      readonly entry: JournalEntry | undefined;
    };

export type FlowEvent =
  | { readonly on: 'open'; readonly form: Form }
  /** `intent` is what the form reads as; undefined while it is incomplete. */
  | { readonly on: 'edit'; readonly form: Form; readonly intent: Intent | undefined }
  | { readonly on: 'quoted'; readonly intent: Intent; readonly quote: Quote }
  | { readonly on: 'quote_failed'; readonly intent: Intent; readonly error: AppErrorShape }
  | { readonly on: 'review'; readonly ticket: number }
  | { readonly on: 'reviewed'; readonly ticket: number; readonly review: Review }
  | { readonly on: 'review_failed'; readonly ticket: number; readonly error: AppErrorShape }
  | { readonly on: 'back' }
  | { readonly on: 'approve'; readonly nowMs: number }
  | { readonly on: 'approved'; readonly reviewId: string; readonly txId: string }
  | { readonly on: 'approve_failed'; readonly reviewId: string; readonly error: AppErrorShape }
  | { readonly on: 'entry'; readonly entry: JournalEntry }
  | { readonly on: 'close' };

/** What has to be done outside because of an event. */
export type FlowEffect =
  | { readonly do: 'review'; readonly intent: Intent; readonly ticket: number }
  | { readonly do: 'discard'; readonly reviewId: string }
  | { readonly do: 'approve'; readonly review: Review }
  | { readonly do: 'tell_failure'; readonly error: AppErrorShape };

export interface FlowStep {
  readonly flow: Flow;
  readonly effects: readonly FlowEffect[];
}

/** Failures after which the very same review may still be approved. */
const KEEPS_REVIEW: ReadonlySet<AppErrorCode> = new Set([
  'vault.wrong_password',
  'vault.backing_off',
  'vault.locked',
  'tx.too_early',
  'api.too_many_requests',
]);

const NO_QUOTE: QuoteState = { is: 'none' };
const stay = (flow: Flow): FlowStep => ({ flow, effects: [] });
const discard = (review: Review): FlowEffect => ({ do: 'discard', reviewId: review.reviewId });
/** The review that is lost when the flow is left now. */
const lost = (flow: Flow): readonly FlowEffect[] => (flow.at === 'review' ? [discard(flow.review)] : []);
const sameIntent = (quote: QuoteState, intent: Intent): boolean =>
  quote.is !== 'none' && intentKey(quote.intent) === intentKey(intent);

/** True once the review may be approved: time to read has passed and its mortality has not. */
export function isApprovable(review: Review, nowMs: number): boolean {
  return nowMs >= review.approvableAtMs && nowMs < review.expiresAtMs;
}

/** The intent that may be reviewed now: quoted live, nothing in its way, no step of a batch left half made. */
export function reviewableIntent(flow: Flow): Intent | undefined {
  if (flow.at !== 'choose' || flow.quote.is !== 'live') return undefined;
  if (flow.form.kind === 'batch' && flow.form.draft !== undefined) return undefined;
  return flow.quote.quote.obstacles.length === 0 ? flow.quote.intent : undefined;
}

function onEdit(flow: Flow, form: Form, intent: Intent | undefined): FlowStep {
  if (flow.at !== 'choose' && flow.at !== 'reviewing' && flow.at !== 'review') return stay(flow);
  const kept = flow.at === 'choose' && intent !== undefined && sameIntent(flow.quote, intent);
  const quote: QuoteState = kept ? flow.quote : intent === undefined ? NO_QUOTE : { is: 'waiting', intent };
  return { flow: { at: 'choose', form, quote, problem: undefined }, effects: lost(flow) };
}

function onReview(flow: Flow, ticket: number): FlowStep {
  const intent = reviewableIntent(flow);
  if (intent === undefined || flow.at !== 'choose') return stay(flow);
  const { form, quote } = flow;
  return { flow: { at: 'reviewing', form, intent, ticket, quote }, effects: [{ do: 'review', intent, ticket }] };
}

function onApprove(flow: Flow, nowMs: number): FlowStep {
  if (flow.at !== 'review' || !isApprovable(flow.review, nowMs)) return stay(flow);
  const { form, review } = flow;
  return { flow: { at: 'approving', form, review, left: false }, effects: [{ do: 'approve', review }] };
}

function onReviewed(flow: Flow, ticket: number, review: Review): FlowStep {
  if (flow.at === 'reviewing' && flow.ticket === ticket && intentKey(review.intent) === intentKey(flow.intent))
    return stay({ at: 'review', form: flow.form, review, problem: undefined });
  const effects = [discard(review)];
  if (flow.at !== 'reviewing' || flow.ticket !== ticket) return { flow, effects };
  const problem: AppErrorShape = { code: 'tx.review_mismatch', facts: {} };
  return { flow: { at: 'choose', form: flow.form, quote: { is: 'waiting', intent: flow.intent }, problem }, effects };
}

/** Back to the first step with everything typed kept, asking for a quote anew. */
function chooseAgain(form: Form, intent: Intent, problem: AppErrorShape | undefined): Flow {
  return { at: 'choose', form, quote: { is: 'waiting', intent }, problem };
}

function onApproveFailed(flow: Flow, reviewId: string, error: AppErrorShape): FlowStep {
  if (flow.at !== 'approving' || flow.review.reviewId !== reviewId) return stay(flow);
  if (flow.left) return { flow: { at: 'closed' }, effects: [discard(flow.review), { do: 'tell_failure', error }] };
  if (KEEPS_REVIEW.has(error.code)) return stay({ at: 'review', form: flow.form, review: flow.review, problem: error });
  return { flow: chooseAgain(flow.form, flow.review.intent, error), effects: [discard(flow.review)] };
}

function onBack(flow: Flow): FlowStep {
  if (flow.at === 'review') return { flow: chooseAgain(flow.form, flow.review.intent, undefined), effects: lost(flow) };
  return stay(flow.at === 'reviewing' ? chooseAgain(flow.form, flow.intent, undefined) : flow);
}

function onQuote(flow: Flow, event: Extract<FlowEvent, { on: 'quoted' | 'quote_failed' }>): FlowStep {
  if (flow.at !== 'choose' || !sameIntent(flow.quote, event.intent)) return stay(flow);
  const { intent } = event;
  if (event.on === 'quoted') return stay({ ...flow, quote: { is: 'live', intent, quote: event.quote } });
  const last = flow.quote.is === 'live' ? flow.quote.quote : flow.quote.is === 'failed' ? flow.quote.last : undefined;
  return stay({ ...flow, quote: { is: 'failed', intent, error: event.error, last } });
}

/**
 * The four steps as a pure machine. Whatever changes an input throws the review away; only a review that is shown can be
 * approved, once; a transaction that was approved is never taken back by closing the panel.
 */
export function nextFlow(flow: Flow, event: FlowEvent): FlowStep {
  switch (event.on) {
    case 'open':
      if (flow.at === 'approving') return stay({ ...flow, left: false });
      return { flow: { at: 'choose', form: event.form, quote: NO_QUOTE, problem: undefined }, effects: lost(flow) };
    case 'edit':
      return onEdit(flow, event.form, event.intent);
    case 'quoted':
    case 'quote_failed':
      return onQuote(flow, event);
    case 'review':
      return onReview(flow, event.ticket);
    case 'reviewed':
      return onReviewed(flow, event.ticket, event.review);
    case 'review_failed':
      if (flow.at !== 'reviewing' || flow.ticket !== event.ticket) return stay(flow);
      return stay(chooseAgain(flow.form, flow.intent, event.error));
    case 'back':
      return onBack(flow);
    case 'approve':
      return onApprove(flow, event.nowMs);
    case 'approved':
      if (flow.at !== 'approving' || flow.review.reviewId !== event.reviewId) return stay(flow);
      return stay(
        flow.left ? { at: 'closed' } : { at: 'tracking', review: flow.review, txId: event.txId, entry: undefined },
      );
    case 'approve_failed':
      return onApproveFailed(flow, event.reviewId, event.error);
    case 'entry':
      return stay(flow.at === 'tracking' && flow.txId === event.entry.txId ? { ...flow, entry: event.entry } : flow);
    case 'close':
      if (flow.at === 'approving') return stay({ ...flow, left: true });
      return { flow: { at: 'closed' }, effects: lost(flow) };
  }
}

/** Index into the four steps for the stepper: Choose, Quote, Review, Approve; 4 when all are done. */
export function stepIndex(flow: Flow, nowMs: number): number {
  switch (flow.at) {
    case 'closed':
      return 0;
    case 'choose':
      return flow.quote.is === 'none' ? 0 : 1;
    case 'reviewing':
      return 2;
    case 'review':
      return nowMs >= flow.review.approvableAtMs ? 3 : 2;
    case 'approving':
      return 3;
    case 'tracking':
      return 4;
  }
}
