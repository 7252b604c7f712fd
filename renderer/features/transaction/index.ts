export { openTransaction, openTransactionIfIdle } from './actions.ts';
export { EntryDetails } from './progress/EntryDetails.tsx';
export { useNames } from './use-names.ts';
