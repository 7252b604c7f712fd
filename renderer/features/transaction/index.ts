export { openTransaction, openTransactionIfIdle } from './actions.ts';
export type { FormKind, Preset } from './model/form.ts';
export { EntryDetails } from './progress/EntryDetails.tsx';
export { useNames } from './use-names.ts';
