import type { ReactElement } from 'react';
import type { FormOf, StepForm } from '../model/form.ts';
import type { FieldsProps } from './fields/fields-props.ts';
import { MoveFields } from './forms/MoveFields.tsx';
import { StakeFields } from './forms/StakeFields.tsx';
import { SwapFields } from './forms/SwapFields.tsx';
import { UnstakeFields } from './forms/UnstakeFields.tsx';

/** Fields of the operations that a batch may hold. */
export const STEP_FIELDS: {
  readonly [Kind in StepForm['kind']]: (props: FieldsProps<FormOf<Kind>>) => ReactElement;
} = { stake: StakeFields, unstake: UnstakeFields, move: MoveFields, swap: SwapFields };
