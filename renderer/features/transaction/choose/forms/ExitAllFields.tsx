import { isRoot } from '../../../../../shared/units/index.ts';
import { Banner } from '../../../../ui/Banner.tsx';
import type { ExitAllForm } from '../../model/form.ts';
import type { FieldsProps } from '../fields/fields-props.ts';
import { SubnetField } from '../fields/SubnetField.tsx';
import { TradeLimits, useKnowsLimit } from '../fields/TradeLimits.tsx';
import { usePositions } from '../fields/use-positions.ts';
import { ValidatorField } from '../fields/ValidatorField.tsx';

/** Everything an account has staked back into TAO, or all of it with one validator or on one subnet. */
export function ExitAllFields({ form, edit, problems }: FieldsProps<ExitAllForm>) {
  const positions = usePositions(form.from);
  const hasLimit = useKnowsLimit('limitStaking');
  if (form.from !== '' && positions.length === 0)
    return (
      <Banner tone="info" title="This account has no stake.">
        There is nothing to unstake.
      </Banner>
    );
  return (
    <>
      <ValidatorField
        value={form.hotkey}
        netuid={form.netuid}
        none="All validators"
        onChange={(hotkey) => edit({ ...form, hotkey })}
      />
      <SubnetField value={form.netuid} none="All subnets" onChange={(netuid) => edit({ ...form, netuid })} />
      {form.netuid !== undefined && isRoot(form.netuid) ? null : (
        <TradeLimits
          needs="limitStaking"
          tolerance={form.tolerance}
          problems={problems}
          onTolerance={(tolerance) => edit({ ...form, tolerance })}
        />
      )}
      <p className="text-sm text-muted">
        {hasLimit
          ? 'Every position is sold whole, each within its own price limit, all in one transaction: if one of them crosses its limit, none is sold.'
          : 'Every position is sold whole, all in one transaction: if one of them fails, none is sold.'}{' '}
        What cannot leave stays where it is and is listed with the reason.
      </p>
    </>
  );
}
