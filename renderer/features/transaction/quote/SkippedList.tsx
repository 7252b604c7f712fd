import type { SkippedPosition } from '../../../../shared/contract/index.ts';
import { useDirectory } from '../../../api/directory.ts';
import { plural, sentenceFor } from '../../../copy/index.ts';
import { Amount } from '../../../ui/Amount.tsx';
import { positionUnit } from '../choose/fields/position-unit.ts';
import { PlaceName } from './PlaceName.tsx';

/** Positions that an exit leaves where they are, each with the reason. */
export function SkippedList({ skipped }: { skipped: readonly SkippedPosition[] }) {
  const directory = useDirectory();
  if (skipped.length === 0) return null;
  return (
    <section aria-label="Left where they are">
      <h4 className="mb-2 font-semibold">{plural(skipped.length, 'position stays', 'positions stay')}</h4>
      <ul className="flex flex-col divide-y divide-line text-sm">
        {skipped.map(({ hotkey, netuid, alpha, error }) => (
          <li key={`${netuid}.${hotkey}`} className="py-2 first:pt-0">
            <div className="flex items-start justify-between gap-3">
              <div className="min-w-0">
                <PlaceName hotkey={hotkey} netuid={netuid} directory={directory} />
              </div>
              <Amount
                value={alpha}
                unit={positionUnit({ netuid, symbol: directory.subnet(netuid)?.symbol ?? 'α' })}
                full
                always
              />
            </div>
            <p className="mt-1">{sentenceFor(error).title}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
