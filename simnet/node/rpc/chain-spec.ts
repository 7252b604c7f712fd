import type { Methods } from './session.ts';
import { CHAIN_NAME, CHAIN_PROPERTIES } from './system.ts';

export const chainSpecMethods: Methods = {
  chainSpec_v1_chainName: () => CHAIN_NAME,
  chainSpec_v1_genesisHash: (_params, { node }) => node.chain.genesis.hash,
  chainSpec_v1_properties: () => CHAIN_PROPERTIES,
};
