import type { ReactElement } from 'react';
import type { Form, FormKind, FormOf } from '../model/form.ts';
import type { FieldsProps } from './fields/fields-props.ts';
import { AutoStakeFields } from './forms/AutoStakeFields.tsx';
import { BasketBuyFields } from './forms/BasketBuyFields.tsx';
import { BasketClaimFields } from './forms/BasketClaimFields.tsx';
import { BatchFields } from './forms/BatchFields.tsx';
import { ClaimFields } from './forms/ClaimFields.tsx';
import { ClaimTypeFields } from './forms/ClaimTypeFields.tsx';
import { ExitAllFields } from './forms/ExitAllFields.tsx';
import { SendFields } from './forms/SendFields.tsx';
import { TakeFields } from './forms/TakeFields.tsx';
import { TransferStakeFields } from './forms/TransferStakeFields.tsx';
import { STEP_FIELDS } from './step-fields.tsx';

const FIELDS: { readonly [Kind in FormKind]: (props: FieldsProps<FormOf<Kind>>) => ReactElement } = {
  ...STEP_FIELDS,
  send: SendFields,
  transferStake: TransferStakeFields,
  exitAll: ExitAllFields,
  batch: BatchFields,
  autoStake: AutoStakeFields,
  claimType: ClaimTypeFields,
  claim: ClaimFields,
  basketClaim: BasketClaimFields,
  basketBuy: BasketBuyFields,
  take: TakeFields,
};

/** The fields of whatever form it is. */
export function Fields(props: FieldsProps<Form>) {
  // the table pairs every kind with the fields of that kind, which an indexed component cannot show
  const FieldsOfKind = FIELDS[props.form.kind] as (props: FieldsProps<Form>) => ReactElement;
  return <FieldsOfKind {...props} />;
}
