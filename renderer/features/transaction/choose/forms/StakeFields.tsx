import { useEffect, useRef } from 'react';
import type { Obstacle } from '../../../../shared/contract/index.ts';
import { isRoot, toNetuid } from '../../../../shared/units/index.ts';
import { useDirectory } from '../../../api/directory.ts';
import { plainAmount } from '../../../lib/amount-parts.ts';
import { usePortfolio } from '../../../stores/portfolio.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Select, type SelectOption } from '../../../ui/Select.tsx';
import { editForm } from '../actions.ts';
import type { StakeForm } from '../model/form.ts';
import type { FormProblems } from '../model/to-intent.ts';
import { AmountField } from './AmountField.tsx';
import { subnetOptions, validatorOptions } from './subnet-options.ts';
import { TradeLimits } from './TradeLimits.tsx';

export interface StakeFieldsProps {
  readonly form: StakeForm;
  readonly problems: FormProblems;
  readonly obstacles: readonly Obstacle[];
}

const UNCHOSEN: SelectOption<string> = { value: '', label: 'Choose…' };

/** Subnet, validator, amount and limits of a stake. */
export function StakeFields({ form, problems, obstacles }: StakeFieldsProps) {
  const { subnets, validators } = useDirectory();
  const { portfolio } = usePortfolio();
  const { sentences, missing } = problems;
  const transferable = portfolio?.balances.find(({ address }) => address === form.from)?.transferable;
  const wantMax = useMax(form, obstacles);
  const { netuid } = form;
  const takeMax = (amount: bigint): void => {
    wantMax();
    editForm({ ...form, amount: plainAmount(amount) });
  };
  return (
    <>
      <Select
        label="Subnet"
        value={netuid === undefined ? '' : String(netuid)}
        options={[...(netuid === undefined ? [UNCHOSEN] : []), ...subnetOptions(subnets)]}
        onChange={(value) => editForm({ ...form, netuid: value === '' ? undefined : toNetuid(Number(value)) })}
      />
      <Select
        label="Validator"
        value={form.hotkey}
        options={[...(form.hotkey === '' ? [UNCHOSEN] : []), ...validatorOptions(validators, netuid)]}
        onChange={(hotkey) => editForm({ ...form, hotkey })}
      />
      <AmountField
        label="Amount"
        unit="τ"
        value={form.amount}
        problem={sentences.amount}
        missing={missing.includes('amount')}
        shortcuts={transferable === undefined ? [] : [{ label: 'Max', onPress: () => takeMax(transferable) }]}
        onChange={(amount) => editForm({ ...form, amount })}
      />
      {netuid !== undefined && isRoot(netuid) ? (
        <Banner tone="info" title="Root stake stays TAO, one to one.">
          There is no pool, no price and no swap fee.
        </Banner>
      ) : (
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

/** After Max the first amount the chain says would work is taken once; the fee is then left over exactly. */
function useMax(form: StakeForm, obstacles: readonly Obstacle[]): () => void {
  const wanted = useRef(false);
  useEffect(() => {
    if (!wanted.current) return;
    const fits = obstacles.find(({ suggestion }) => suggestion?.asset.kind === 'tao' && suggestion.amount > 0n);
    if (fits?.suggestion === undefined) return;
    wanted.current = false;
    editForm({ ...form, amount: plainAmount(fits.suggestion.amount) });
  }, [form, obstacles]);
  return () => {
    wanted.current = true;
  };
}
