export { actorAccounts } from './actors.ts';
export { buildGenesis, SCENARIOS, type Scenario } from './build-genesis.ts';
export { DEMO_NETUIDS } from './demo-sights.ts';
export { devAccount } from './dev-accounts.ts';
export { EDGE_NETUIDS } from './edge.ts';
export { MAINNET } from './mainnet-data.ts';
