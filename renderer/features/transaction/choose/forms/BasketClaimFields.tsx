import type { BasketClaimForm } from '../../model/form.ts';
import { BasketField } from '../fields/BasketField.tsx';
import type { FieldsProps } from '../fields/fields-props.ts';

/** All shares of one validator's root basket, for root stake. */
export function BasketClaimFields({ form, edit }: FieldsProps<BasketClaimForm>) {
  return (
    <>
      <p className="text-sm text-muted">
        A claim sells all your shares of the validator's basket and adds the TAO to your root stake with it.
      </p>
      <BasketField from={form.from} value={form.hotkey} onChange={(hotkey) => edit({ ...form, hotkey })} />
    </>
  );
}
