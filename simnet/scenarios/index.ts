export { buildGenesis, type Scenario } from './build-genesis.ts';
export { devAccount, devAccounts } from './dev-accounts.ts';
export { EDGE_NETUIDS } from './edge.ts';
