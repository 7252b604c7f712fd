import type { ClaimType } from '../../../../../shared/contract/index.ts';
import { isRoot } from '../../../../../shared/units/index.ts';
import { useDirectory } from '../../../../api/directory.ts';
import { useClaimTypes } from '../../../../api/own-staking.ts';
import { claimTypeNow } from '../../../../copy/index.ts';
import { RadioGroup, type RadioOption } from '../../../../ui/RadioGroup.tsx';
import type { ClaimTypeForm } from '../../model/form.ts';
import type { FieldsProps } from '../fields/fields-props.ts';
import { subnetLabel } from '../fields/options.ts';
import { Reading } from '../fields/Reading.tsx';
import { SubnetChecklist } from '../fields/SubnetChecklist.tsx';

const CHOICES: readonly RadioOption<ClaimType['is']>[] = [
  {
    value: 'swap',
    label: 'Sell them',
    hint: 'Each claim sells the alpha at the price of that moment and adds the TAO to your root stake with the same validator.',
  },
  {
    value: 'keep',
    label: 'Keep them',
    hint: 'Each claim leaves them as alpha of their subnet, staked with the same validator. Their price can rise and fall.',
  },
  {
    value: 'keep_subnets',
    label: 'Keep them on some subnets',
    hint: 'Alpha of the subnets you choose is kept; that of all others is sold.',
  },
];

/** What becomes of root dividends when they are claimed, by the chain or by the person. */
export function ClaimTypeFields({ form, edit, problems }: FieldsProps<ClaimTypeForm>) {
  const reading = useClaimTypes();
  const { subnets } = useDirectory();
  return (
    <>
      <p className="text-sm text-muted">
        Stake on root earns alpha on every subnet. The chain pays it out from time to time, or when you claim it.
      </p>
      <Reading of={reading} label="Reading what is set now">
        {({ claimTypes }) => {
          const now = claimTypes.find(({ coldkey }) => coldkey === form.from)?.claimType;
          return now === undefined ? null : <p className="text-sm text-muted">Now: {claimTypeNow(now)}.</p>;
        }}
      </Reading>
      <RadioGroup<ClaimType['is']>
        label="Root dividends"
        look="cards"
        value={form.choice}
        options={CHOICES}
        onChange={(choice) => edit({ ...form, choice })}
      />
      {form.choice === 'keep_subnets' ? (
        <SubnetChecklist
          legend="Keep alpha of"
          value={form.netuids}
          rows={subnets
            .filter(({ netuid }) => !isRoot(netuid))
            .map(({ netuid, name }) => ({ netuid, label: subnetLabel(netuid, name) }))}
          problem={problems.missing.includes('netuids') ? undefined : problems.sentences.netuids}
          onChange={(netuids) => edit({ ...form, netuids })}
        />
      ) : null}
    </>
  );
}
