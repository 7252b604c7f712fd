import type { JournalEntry } from '../../../../shared/contract/index.ts';
import { isSettled, STATE_COPY, sentenceFor } from '../../../copy/index.ts';
import { Banner } from '../../../ui/Banner.tsx';

/** What came of it, in words. */
export function Outcome({ entry }: { entry: JournalEntry }) {
  const { state, error, final } = entry;
  if (state === 'failed') {
    const { title, detail } = sentenceFor(error ?? { code: 'tx.dispatch_failed', facts: {} });
    return (
      <Banner tone="danger" announce="alert" title={title}>
        {detail}
        {final || entry.block === undefined ? null : ' Its block is not final yet, so a fork could still undo it.'}
      </Banner>
    );
  }
  if (state === 'expired' || state === 'unknown') {
    const { title, detail } = sentenceFor({
      code: state === 'expired' ? 'tx.expired' : 'tx.unknown_outcome',
      facts: {},
    });
    return (
      <Banner tone="attention" announce="alert" title={title}>
        {detail}
      </Banner>
    );
  }
  if (!isSettled(state, final)) return <p className="text-sm text-muted">{STATE_COPY[state].detail}</p>;
  return (
    <Banner tone="success" announce="status" title="Done, and final.">
      {STATE_COPY[state].detail}
    </Banner>
  );
}
