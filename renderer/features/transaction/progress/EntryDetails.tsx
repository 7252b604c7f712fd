import type { JournalEntry } from '../../../../shared/contract/index.ts';
import { Counterparty } from '../review/Counterparty.tsx';
import { DecodedCall } from '../review/DecodedCall.tsx';
import { EntryFacts } from './EntryFacts.tsx';
import { EventList } from './EventList.tsx';
import { MilestoneList } from './MilestoneList.tsx';
import { Outcome } from './Outcome.tsx';

/** One transaction, whole: outcome, way, parties, facts, call, events. */
export function EntryDetails({ entry }: { entry: JournalEntry }) {
  return (
    <div className="flex flex-col gap-5">
      <MilestoneList entry={entry} />
      <Outcome entry={entry} />
      <div className="flex flex-col gap-3">
        <Counterparty intent={entry.intent} />
      </div>
      <EntryFacts entry={entry} />
      <DecodedCall call={entry.call} />
      <EventList events={entry.events} />
    </div>
  );
}
