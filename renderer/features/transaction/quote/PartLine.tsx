import type { QuotePart } from '../../../../shared/contract/index.ts';
import { KeyValue } from '../../../ui/KeyValue.tsx';
import { partRows } from './quote-rows.tsx';

/** What one operation of a batch would do by itself. */
export function PartLine({ part }: { part: QuotePart }) {
  const rows = partRows(part);
  if (rows.length === 0) return null;
  return (
    <div className="mt-2 border-t border-line pt-2 text-sm">
      <KeyValue rows={rows} />
    </div>
  );
}
