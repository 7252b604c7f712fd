import type { JournalEntry } from '../../../../shared/contract/index.ts';
import { visibleText } from '../../../lib/visible-text.ts';

/** What the chain says happened, in its own words. */
export function EventList({ events }: { events: JournalEntry['events'] }) {
  if (events.length === 0) return null;
  return (
    <details className="rounded-control border border-line">
      <summary className="px-3 py-2 text-sm font-semibold">{`Events (${events.length})`}</summary>
      <ol className="flex flex-col gap-2.5 border-t border-line px-3 py-2.5">
        {events.map(({ pallet, name, fields }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order of events is their identity
          <li key={index} className="text-sm">
            <span className="font-mono">
              {visibleText(pallet)}.{visibleText(name)}
            </span>
            <bdi className="block font-mono text-xs break-all text-muted">{visibleText(fields)}</bdi>
          </li>
        ))}
      </ol>
    </details>
  );
}
