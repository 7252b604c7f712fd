export { buildGenesis, type Scenario } from './build-genesis.ts';
export { DEV_PHRASE, type DevAccount, devAccount, devAccounts } from './dev-accounts.ts';
export { EDGE_NETUIDS } from './edge.ts';
