export { openTransaction, openTransactionIfIdle } from './actions.ts';
export type { Preset } from './model/form.ts';
export { EntryDetails } from './progress/EntryDetails.tsx';
export { useNames } from './use-names.ts';
