import { ROOT_NETUID } from '../../../../../shared/units/index.ts';
import type { BasketBuyForm } from '../../model/form.ts';
import type { FieldsProps } from '../fields/fields-props.ts';
import { TaoField } from '../fields/TaoField.tsx';
import { ValidatorField } from '../fields/ValidatorField.tsx';

/** Shares of a validator's root basket for free TAO. */
export function BasketBuyFields({ form, edit, problems, quote }: FieldsProps<BasketBuyForm>) {
  return (
    <>
      <p className="text-sm text-muted">
        You get shares of all the validator's basket holds, worth what its subnets are worth. A claim is the way out: it
        sells all your shares, and the TAO becomes root stake.
      </p>
      <ValidatorField value={form.hotkey} netuid={ROOT_NETUID} onChange={(hotkey) => edit({ ...form, hotkey })} />
      <TaoField
        from={form.from}
        value={form.amount}
        problems={problems}
        quote={quote}
        onChange={(amount) => edit({ ...form, amount })}
      />
    </>
  );
}
