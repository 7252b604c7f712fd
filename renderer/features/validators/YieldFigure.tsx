import type { ValidatorHere } from '../../../shared/contract/index.ts';
import type { Netuid } from '../../../shared/units/index.ts';
import { Popover } from '../../ui/Popover.tsx';
import { countText, rateText } from './model/figures-text.ts';
import { type DividendCapabilities, noYieldReason } from './model/yield-reason.ts';
import { YieldDetails } from './YieldDetails.tsx';

export interface YieldFigureProps {
  readonly validator: ValidatorHere;
  readonly netuid: Netuid;
  readonly can: DividendCapabilities;
}

const TRIGGER =
  'rounded-sm underline decoration-dotted decoration-line-strong underline-offset-4 hover:decoration-current';

/** The measured yield with its window; what it was measured from, or why there is none, on demand. */
export function YieldFigure({ validator, netuid, can }: YieldFigureProps) {
  const { yield: measured } = validator;
  if (measured === undefined) {
    return (
      <Popover
        label="Why there is no yield"
        trigger={
          <button type="button" className={TRIGGER}>
            <span aria-hidden="true">–</span>
            <span className="sr-only">No yield: why?</span>
          </button>
        }
      >
        <p className="text-sm">{noYieldReason(validator, netuid, can)}</p>
      </Popover>
    );
  }
  return (
    <>
      <Popover
        label="How this yield was measured"
        trigger={
          <button type="button" className={TRIGGER}>
            {rateText(measured.aprPpm)}
            <span className="sr-only"> a year, measured: how?</span>
          </button>
        }
      >
        <YieldDetails measured={measured} netuid={netuid} />
      </Popover>
      <span className="block text-xs text-muted">
        {measured.epochs === 1 ? '1 epoch' : `${countText(measured.epochs)} epochs`}
      </span>
    </>
  );
}
