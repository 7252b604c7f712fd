import { TriangleAlert } from 'lucide-react';
import type { ValidatorHere } from '../../../shared/contract/index.ts';
import { formatTake } from '../../../shared/units/index.ts';
import { momentText } from '../../lib/time-text.ts';
import { Icon } from '../../ui/Icon.tsx';

/** The validator's cut, and whether it went up lately. */
export function TakeFigure({ validator: { take, takeRose } }: { validator: ValidatorHere }) {
  return (
    <>
      {formatTake(take)}
      {takeRose === undefined ? null : (
        <span
          className="block text-xs whitespace-nowrap text-attention"
          title={`It rose from ${formatTake(takeRose.from)} to ${formatTake(takeRose.to)}; Soma saw it on ${momentText(takeRose.seenMs)}.`}
        >
          <Icon icon={TriangleAlert} size={12} className="mr-1 mb-0.5 inline" />
          <span className="sr-only">It rose, it </span>
          was {formatTake(takeRose.from)}
        </span>
      )}
    </>
  );
}
