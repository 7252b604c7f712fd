import { useMemo } from 'react';
import { useFreshness } from '../../../stores/freshness.ts';
import { useHeartbeat } from '../../../stores/heartbeat.ts';
import { type Flow, type QuoteState, reviewableIntent } from '../model/flow.ts';
import type { Form } from '../model/form.ts';
import type { FormProblems } from '../model/read/problems.ts';
import { toIntent } from '../model/to-intent.ts';
import { isQuoteCurrent } from '../quote/quote-freshness.ts';
import { checkRecipient, isHardStop, type RecipientFinding } from '../recipient/recipient-checks.ts';
import { readRecipient } from '../recipient/recipient-text.ts';
import { useKnownAddresses } from '../recipient/use-known-addresses.ts';
import { useNetworkId } from '../use-network-id.ts';
import { useQuoteStream } from '../use-quote-stream.ts';

/** What the first two steps know beyond what was typed. */
export interface Choosing {
  readonly problems: FormProblems;
  readonly findings: readonly RecipientFinding[];
  readonly quote: QuoteState;
  /** False when the quote is of an old block. */
  readonly quoteCurrent: boolean;
  /** Nothing stands in the way of a review. */
  readonly ready: boolean;
}

const NO_PROBLEMS: FormProblems = { sentences: {}, missing: [] };
const NO_FINDINGS: readonly RecipientFinding[] = [];
const NO_QUOTE: QuoteState = { is: 'none' };

/** Reads the form, checks the recipient and keeps the quote current, while the flow is at its first two steps. */
export function useChoosing(flow: Flow): Choosing {
  const bestBlock = useHeartbeat()?.best?.blockNumber;
  const live = useFreshness() === 'fresh';
  const form = flow.at === 'choose' || flow.at === 'reviewing' ? flow.form : undefined;
  const problems = useProblems(form);
  const findings = useFindings(form !== undefined && 'to' in form ? form.to : '');
  const state = flow.at === 'choose' || flow.at === 'reviewing' ? flow.quote : NO_QUOTE;
  useQuoteStream(flow.at !== 'choose' || state.is === 'none' ? undefined : state.intent);
  const quote = state.is === 'live' ? state.quote : undefined;
  const quoteCurrent = quote !== undefined && isQuoteCurrent(quote, bestBlock, live);
  const ready = reviewableIntent(flow) !== undefined && quoteCurrent && !isHardStop(findings);
  return { problems, findings, quote: state, quoteCurrent, ready };
}

function useProblems(form: Form | undefined): FormProblems {
  const network = useNetworkId();
  return useMemo(() => {
    const reading = form === undefined ? undefined : toIntent(form, network);
    return reading === undefined || reading.ok ? NO_PROBLEMS : reading.problems;
  }, [form, network]);
}

function useFindings(to: string): readonly RecipientFinding[] {
  const network = useNetworkId();
  const known = useKnownAddresses();
  return useMemo(() => {
    const recipient = readRecipient(to, network);
    return recipient.ok ? checkRecipient(recipient.address, known) : NO_FINDINGS;
  }, [to, network, known]);
}
