import type { SwapForm } from '../../model/form.ts';
import type { FieldsProps } from '../fields/fields-props.ts';
import { LeavingField } from '../fields/LeavingField.tsx';
import { PositionField } from '../fields/PositionField.tsx';
import { SubnetField } from '../fields/SubnetField.tsx';
import { TradeLimits } from '../fields/TradeLimits.tsx';

/** From one subnet to another, with the same validator. */
export function SwapFields({ form, edit, problems }: FieldsProps<SwapForm>) {
  return (
    <>
      <PositionField
        from={form.from}
        hotkey={form.hotkey}
        netuid={form.netuid}
        onChange={({ hotkey, netuid }) => edit({ ...form, hotkey, netuid, amount: '', all: false })}
      />
      <LeavingField form={form} problems={problems} onChange={(leaving) => edit({ ...form, ...leaving })} />
      <SubnetField
        label="To subnet"
        value={form.toNetuid}
        problem={problems.missing.includes('toNetuid') ? undefined : problems.sentences.toNetuid}
        onChange={(toNetuid) => edit({ ...form, toNetuid })}
      />
      <TradeLimits
        needs="swapStakeLimit"
        tolerance={form.tolerance}
        problems={problems}
        onTolerance={(tolerance) => edit({ ...form, tolerance })}
        partial={{ allow: form.allowPartial, onChange: (allowPartial) => edit({ ...form, allowPartial }) }}
      />
    </>
  );
}
