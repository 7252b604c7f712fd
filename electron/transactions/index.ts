export type { Approval } from './approval/approve.ts';
export type { Listener, Lookup, Subscribe, TransactionsLog, TransactionsOptions } from './ports.ts';
export { transferable } from './rules/transferable.ts';
export { createTransactions, type Transactions } from './transactions.ts';
