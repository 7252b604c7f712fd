export { filterEntries, type KindFilter, type StateFilter } from './filters.ts';
export { JournalTable } from './JournalTable.tsx';
