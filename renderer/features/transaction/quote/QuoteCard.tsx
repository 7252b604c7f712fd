import type { Quote } from '../../../../shared/contract/index.ts';
import { sentenceFor } from '../../../copy/index.ts';
import { blockText } from '../../../lib/time-text.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Banner } from '../../../ui/Banner.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { StaleBadge } from '../../../ui/StaleBadge.tsx';
import type { QuoteState } from '../model/flow.ts';
import { Obstacles, type ObstaclesProps } from './Obstacles.tsx';
import { QuoteFigures } from './QuoteFigures.tsx';
import { Warnings, type WarningsProps } from './Warnings.tsx';

/** The recipient field says these as soon as the address is there. */
const SAID_BY_THE_FORM: ReadonlySet<string> = new Set([
  'recipient_first_time',
  'recipient_is_hotkey',
  'practice_network',
]);

/** So that it can be brought into sight from elsewhere; there is one quote at a time. */
export const QUOTE_ID = 'quote';

const unsaid = ({ warnings }: Quote) => warnings.filter(({ code }) => !SAID_BY_THE_FORM.has(code));

export interface QuoteCardProps extends Pick<ObstaclesProps, 'onSuggestion' | 'remedyFor'> {
  /** What would avert a warning of the quote. */
  readonly averts?: WarningsProps['remedyFor'];
  readonly state: QuoteState;
  /** False when the figures are of an old block. */
  readonly current: boolean;
}

/** The quote of the form above it, from the chain, again at every block. */
export function QuoteCard({ state, current, onSuggestion, remedyFor, averts }: QuoteCardProps) {
  if (state.is === 'none') return null;
  const quote = state.is === 'live' ? state.quote : state.is === 'failed' ? state.last : undefined;
  return (
    <section id={QUOTE_ID} aria-label="Quote" className="mt-6 flex flex-col gap-4 border-t border-line pt-5">
      <div className="flex items-center justify-between gap-3">
        <h3 className="font-semibold">Quote</h3>
        {quote === undefined ? null : <QuoteBlock quote={quote} current={current && state.is === 'live'} />}
      </div>
      {state.is === 'failed' ? <QuoteFailure error={state.error} /> : null}
      {state.is === 'live' ? (
        <Obstacles
          obstacles={quote?.obstacles ?? []}
          parts={quote?.parts}
          onSuggestion={onSuggestion}
          {...(remedyFor === undefined ? {} : { remedyFor })}
        />
      ) : null}
      {quote === undefined ? (
        state.is === 'waiting' ? (
          <QuoteSkeleton />
        ) : null
      ) : (
        <>
          <QuoteFigures intent={state.intent} quote={quote} />
          {quote.obstacles.length === 0 ? <Warnings warnings={unsaid(quote)} remedyFor={averts} /> : null}
        </>
      )}
    </section>
  );
}

function QuoteBlock({ quote, current }: { quote: Quote; current: boolean }) {
  const { blockNumber } = quote.block;
  return current ? <Badge>{`Block ${blockText(blockNumber)}`}</Badge> : <StaleBadge blockNumber={blockNumber} />;
}

function QuoteFailure({ error }: { error: Extract<QuoteState, { is: 'failed' }>['error'] }) {
  const { title, detail } = sentenceFor(error);
  return (
    <Banner tone="danger" title={title} announce="status">
      {detail}
    </Banner>
  );
}

function QuoteSkeleton() {
  return (
    <Loading label="Asking the chain for a quote">
      <div className="flex flex-col gap-4">
        {['w-40', 'w-44', 'w-32', 'w-28'].map((width) => (
          <div key={width} className="flex justify-between">
            <Skeleton className="h-4 w-24" />
            <Skeleton className={`h-4 ${width}`} />
          </div>
        ))}
      </div>
    </Loading>
  );
}
