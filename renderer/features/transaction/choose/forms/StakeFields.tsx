import { isRoot } from '../../../../../shared/units/index.ts';
import type { StakeForm } from '../../model/form.ts';
import type { FieldsProps } from '../fields/fields-props.ts';
import { RootNote } from '../fields/RootNote.tsx';
import { SubnetField } from '../fields/SubnetField.tsx';
import { TaoField } from '../fields/TaoField.tsx';
import { TradeLimits } from '../fields/TradeLimits.tsx';
import { ValidatorField } from '../fields/ValidatorField.tsx';

/** Subnet, validator, amount and limits of a stake. */
export function StakeFields({ form, edit, problems, quote }: FieldsProps<StakeForm>) {
  const { netuid } = form;
  return (
    <>
      <SubnetField value={netuid} onChange={(chosen) => edit({ ...form, netuid: chosen })} />
      <ValidatorField value={form.hotkey} netuid={netuid} onChange={(hotkey) => edit({ ...form, hotkey })} />
      <TaoField
        from={form.from}
        value={form.amount}
        problems={problems}
        quote={quote}
        onChange={(amount) => edit({ ...form, amount })}
      />
      {netuid !== undefined && isRoot(netuid) ? (
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
