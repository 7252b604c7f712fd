export type { Listener, Subscribe } from './ports.ts';
export { transferable } from './rules/transferable.ts';
export { createTransactions } from './transactions.ts';
