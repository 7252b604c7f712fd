import { isRoot } from '../../../../../shared/units/index.ts';
import type { UnstakeForm } from '../../model/form.ts';
import type { FieldsProps } from '../fields/fields-props.ts';
import { LeavingField } from '../fields/LeavingField.tsx';
import { PositionField } from '../fields/PositionField.tsx';
import { RootNote } from '../fields/RootNote.tsx';
import { TradeLimits } from '../fields/TradeLimits.tsx';

/** Position, amount and limits of an unstake. */
export function UnstakeFields({ form, edit, problems }: FieldsProps<UnstakeForm>) {
  return (
    <>
      <PositionField
        from={form.from}
        hotkey={form.hotkey}
        netuid={form.netuid}
        onChange={({ hotkey, netuid }) => edit({ ...form, hotkey, netuid, amount: '', all: false })}
      />
      <LeavingField form={form} problems={problems} onChange={(leaving) => edit({ ...form, ...leaving })} />
      {form.netuid === undefined ? null : isRoot(form.netuid) ? (
        <RootNote />
      ) : (
        <TradeLimits
          needs="limitStaking"
          tolerance={form.tolerance}
          problems={problems}
          onTolerance={(tolerance) => edit({ ...form, tolerance })}
          partial={{ allow: form.allowPartial, onChange: (allowPartial) => edit({ ...form, allowPartial }) }}
        />
      )}
    </>
  );
}
