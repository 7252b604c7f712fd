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
        You get shares of everything the validator's basket holds. Their worth moves with the prices of its subnets. The
        way out is a claim: it sells all your shares of the basket, and the TAO becomes root stake.
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
