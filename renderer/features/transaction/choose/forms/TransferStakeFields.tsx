import type { TransferStakeForm } from '../../model/form.ts';
import type { FieldsProps } from '../fields/fields-props.ts';
import { LeavingField } from '../fields/LeavingField.tsx';
import { PositionField } from '../fields/PositionField.tsx';
import { RecipientOf } from '../fields/RecipientOf.tsx';

/** A position, or a part of it, to another coldkey. Validator and subnet stay. */
export function TransferStakeFields({ form, edit, problems, findings }: FieldsProps<TransferStakeForm>) {
  return (
    <>
      <PositionField
        from={form.from}
        hotkey={form.hotkey}
        netuid={form.netuid}
        onChange={({ hotkey, netuid }) => edit({ ...form, hotkey, netuid, amount: '', all: false })}
      />
      <LeavingField form={form} problems={problems} onChange={(leaving) => edit({ ...form, ...leaving })} />
      <RecipientOf value={form.to} problems={problems} findings={findings} onChange={(to) => edit({ ...form, to })} />
      <p className="text-sm text-muted">
        The recipient gets the stake itself, with the same validator on the same subnet. Nothing is sold on the way, and
        it cannot be called back.
      </p>
    </>
  );
}
