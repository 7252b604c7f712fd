export { type OpenedChain, openChain } from './open-chain.ts';
export type { OpenChainOptions } from './options.ts';
export type { ChainClient, ChainStatus } from './port.ts';
