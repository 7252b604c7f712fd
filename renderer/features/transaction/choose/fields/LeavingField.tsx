import type { Netuid } from '../../../../../shared/units/index.ts';
import { plainAmount } from '../../../../lib/amount-parts.ts';
import { unitText } from '../../../../ui/Amount.tsx';
import type { FormProblems } from '../../model/read/problems.ts';
import { AmountField } from './AmountField.tsx';
import { positionUnit } from './position-unit.ts';
import { usePositions } from './use-positions.ts';

export interface LeavingFieldProps {
  readonly form: {
    readonly from: string;
    readonly hotkey: string;
    readonly netuid: Netuid | undefined;
    readonly amount: string;
    readonly all: boolean;
  };
  readonly problems: FormProblems;
  readonly onChange: (leaving: { readonly amount: string; readonly all: boolean }) => void;
}

const PARTS = [25n, 50n, 75n] as const;

/** How much of a position leaves it: typed, a part of it, or all. */
export function LeavingField({ form, problems, onChange }: LeavingFieldProps) {
  const position = usePositions(form.from).find(
    ({ hotkey, netuid }) => hotkey === form.hotkey && netuid === form.netuid,
  );
  if (position === undefined) return null;
  const { sentences, missing } = problems;
  return (
    <AmountField
      label="Amount"
      unit={unitText(positionUnit(position))}
      value={form.all ? plainAmount(position.alpha) : form.amount}
      problem={sentences.amount}
      missing={missing.includes('amount')}
      shortcuts={[
        ...PARTS.map((percent) => ({
          label: `${percent} %`,
          onPress: () => onChange({ all: false, amount: plainAmount((position.alpha * percent) / 100n) }),
        })),
        { label: 'Max', pressed: form.all, onPress: () => onChange({ all: true, amount: '' }) },
      ]}
      onChange={(amount) => onChange({ all: false, amount })}
    />
  );
}
