import type { Quote } from '../../../../../shared/contract/index.ts';
import type { Form } from '../../model/form.ts';
import type { FormProblems } from '../../model/read/problems.ts';
import type { RecipientFinding } from '../../recipient/recipient-checks.ts';

/** What the fields of one kind of form get. */
export interface FieldsProps<F extends Form> {
  readonly form: F;
  readonly edit: (form: F) => void;
  readonly problems: FormProblems;
  /** Of the form as it stands; undefined while there is none, and for a step that is not added yet. */
  readonly quote: Quote | undefined;
  readonly findings: readonly RecipientFinding[];
}
