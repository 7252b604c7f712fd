import type { StakePosition } from '../../../../shared/contract/index.ts';
import { isRoot } from '../../../../shared/units/index.ts';
import { plainAmount } from '../../../lib/amount-parts.ts';
import { Amount, type AmountUnit, TAO, unitText } from '../../../ui/Amount.tsx';
import { Banner } from '../../../ui/Banner.tsx';
import { Select } from '../../../ui/Select.tsx';
import { editForm } from '../actions.ts';
import type { UnstakeForm } from '../model/form.ts';
import type { FormProblems } from '../model/to-intent.ts';
import { AmountField } from './AmountField.tsx';
import { positionKey, positionOptions } from './subnet-options.ts';
import { TradeLimits } from './TradeLimits.tsx';

export interface UnstakeFieldsProps {
  readonly form: UnstakeForm;
  readonly problems: FormProblems;
  /** Positions of the chosen account. */
  readonly positions: readonly StakePosition[];
}

const PARTS = [25n, 50n, 75n] as const;
const NOT_CHOSEN = { value: '', label: 'Choose…' };

/** Position, amount and limits of an unstake. */
export function UnstakeFields({ form, problems, positions }: UnstakeFieldsProps) {
  const { sentences, missing } = problems;
  const position = positions.find(({ hotkey, netuid }) => hotkey === form.hotkey && netuid === form.netuid);
  const unit: AmountUnit =
    position === undefined || isRoot(position.netuid)
      ? TAO
      : { kind: 'alpha', symbol: position.symbol, netuid: position.netuid };
  const choose = (key: string): void => {
    const chosen = positions.find((candidate) => positionKey(candidate) === key);
    if (chosen !== undefined)
      editForm({ ...form, hotkey: chosen.hotkey, netuid: chosen.netuid, amount: '', all: false });
  };
  if (positions.length === 0)
    return (
      <Banner tone="info" title="This account has no stake to take back.">
        Choose another account, or stake some TAO first.
      </Banner>
    );
  return (
    <>
      <Select
        label="Position"
        value={position === undefined ? '' : positionKey(position)}
        options={[...(position === undefined ? [NOT_CHOSEN] : []), ...positionOptions(positions)]}
        hint={
          position === undefined ? undefined : (
            <>
              Staked: <Amount value={position.alpha} unit={unit} full />
            </>
          )
        }
        onChange={choose}
      />
      {position === undefined ? null : (
        <AmountField
          label="Amount"
          unit={unitText(unit)}
          value={form.all ? plainAmount(position.alpha) : form.amount}
          problem={sentences.amount}
          missing={missing.includes('amount')}
          shortcuts={[
            ...PARTS.map((percent) => ({
              label: `${percent} %`,
              onPress: () => editForm({ ...form, all: false, amount: plainAmount((position.alpha * percent) / 100n) }),
            })),
            { label: 'Max', pressed: form.all, onPress: () => editForm({ ...form, all: true, amount: '' }) },
          ]}
          onChange={(amount) => editForm({ ...form, all: false, amount })}
        />
      )}
      {position === undefined || isRoot(position.netuid) ? null : (
        <TradeLimits
          tolerance={form.tolerance}
          allowPartial={form.allowPartial}
          problem={sentences.tolerance}
          onTolerance={(tolerance) => editForm({ ...form, tolerance })}
          onAllowPartial={(allowPartial) => editForm({ ...form, allowPartial })}
        />
      )}
    </>
  );
}
