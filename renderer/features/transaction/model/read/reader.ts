import type { Intent } from '../../../../../shared/contract/index.ts';
import type { FormKind, FormOf } from '../form.ts';
import type { Problems } from './problems.ts';

/** Reads one kind of form. What it answers counts only while `problems` has none. */
export type Read<Kind extends FormKind> = (form: FormOf<Kind>, problems: Problems) => Intent;
