import type { QuoteLeg } from '../../../../shared/contract/index.ts';
import { subnetText } from '../../../copy/index.ts';
import { KeyValue } from '../../../ui/KeyValue.tsx';
import { legRows } from './quote-rows.tsx';

/** Both pools of a trade between two subnets: first the sale, then the buy. */
export function Legs({ legs }: { legs: readonly QuoteLeg[] }) {
  if (legs.length === 0) return null;
  return (
    <div className="flex flex-col gap-3">
      {legs.map((leg, index) => (
        <section
          // biome-ignore lint/suspicious/noArrayIndexKey: the order of the legs is their identity
          key={index}
          aria-label={titleOf(leg, index)}
          className="rounded-control border border-line px-3.5 py-3"
        >
          <h4 className="mb-2 text-sm font-semibold">{titleOf(leg, index)}</h4>
          <KeyValue rows={legRows(leg)} />
        </section>
      ))}
    </div>
  );
}

function titleOf({ side, netuid }: QuoteLeg, index: number): string {
  return `${index + 1}. ${side === 'sell' ? 'Sale' : 'Buy'} on ${subnetText(netuid)}`;
}
