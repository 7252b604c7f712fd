import { sentenceFor } from '../../../copy/index.ts';
import type { Freshness } from '../../../stores/freshness.ts';
import { isHardStop, type RecipientFinding } from '../recipient/recipient-checks.ts';
import type { QuoteState } from './flow.ts';
import type { FormProblems } from './read/problems.ts';

/** Why no review can be asked for, in a line, and where on the form more is said about it. */
export interface HeldBack {
  readonly sentence: string;
  /** `waits` passes by itself or by filling in; `blocked` needs a change. */
  readonly tone: 'waits' | 'blocked';
  readonly saidAt?: 'field' | 'quote';
}

/** What is known about the form. */
interface Known {
  readonly problems: FormProblems;
  readonly findings: readonly RecipientFinding[];
  readonly quote: QuoteState;
  readonly quoteCurrent: boolean;
}

const LINE_SENTENCES: Readonly<Record<Exclude<Freshness, 'fresh'>, string>> = {
  connecting: 'Connecting to the chain.',
  offline: 'No endpoint answers, so nothing can be reviewed.',
  stale: 'The chain has not moved for a while, so nothing can be reviewed.',
};

/** The first of the reasons, in the order a person would mend them; undefined when the review is ready. */
export function heldBack(
  { problems: { sentences, missing }, findings, quote, quoteCurrent }: Known,
  freshness: Freshness,
): HeldBack | undefined {
  const wrong = Object.entries(sentences).find(([field]) => !missing.some((one) => one === field));
  if (wrong !== undefined) return { sentence: wrong[1], tone: 'blocked', saidAt: 'field' };
  if (isHardStop(findings)) return { sentence: 'The recipient only looks like an address you know.', tone: 'blocked' };
  const [first] = missing;
  if (first !== undefined) return { sentence: sentences[first] ?? 'Something is not filled in yet.', tone: 'waits' };
  if (freshness !== 'fresh') {
    return { sentence: LINE_SENTENCES[freshness], tone: freshness === 'connecting' ? 'waits' : 'blocked' };
  }
  if (quote.is === 'none') return undefined;
  if (quote.is === 'waiting') return { sentence: 'Asking the chain for a quote.', tone: 'waits' };
  if (quote.is === 'failed') return { sentence: sentenceFor(quote.error).title, tone: 'blocked', saidAt: 'quote' };
  const [obstacle] = quote.quote.obstacles;
  if (obstacle !== undefined) return { sentence: sentenceFor(obstacle.error).title, tone: 'blocked', saidAt: 'quote' };
  return quoteCurrent ? undefined : { sentence: 'Waiting for a quote of the newest block.', tone: 'waits' };
}
