import { useEffect, useRef } from 'react';
import { api } from '../../../api/client.ts';
import { follow } from '../../../api/follow.ts';
import { intentText, STATE_COPY } from '../../../copy/index.ts';
import { dispatch } from '../actions.ts';
import type { Flow } from '../model/flow.ts';
import { useNames } from '../use-names.ts';
import { EntryDetails } from './EntryDetails.tsx';
import { MilestoneList } from './MilestoneList.tsx';

/** After approval: how it goes, to its end. May be left at any time. */
export function ProgressStep({ flow }: { flow: Extract<Flow, { at: 'tracking' }> }) {
  const { txId, entry, review } = flow;
  const names = useNames();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(
    () =>
      follow({
        open: (signal) => api.transactions.watch({ txId }, { signal }),
        onValue: (news) => dispatch({ on: 'entry', entry: news }),
      }),
    [txId],
  );
  return (
    <div className="flex flex-col gap-5">
      <h3 ref={heading} tabIndex={-1} className="text-lg leading-snug font-semibold outline-none">
        {intentText(review.intent, names, 'below')}
      </h3>
      <p role="status" className="sr-only">
        {entry === undefined ? 'Approved' : STATE_COPY[entry.state].label}
      </p>
      {entry === undefined ? <MilestoneList entry={undefined} /> : <EntryDetails entry={entry} />}
    </div>
  );
}
