export type { Listener, Subscribe } from './ports.ts';
export { transferable } from './rules/transferable.ts';
export { createTransactions, type Transactions } from './transactions.ts';
