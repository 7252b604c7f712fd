import { parseAddress } from '../../../shared/domain/address.ts';
import { bareHex } from '../../runtime/hex.ts';
import type { SimNode } from '../node.ts';
import { stringParam } from './params.ts';
import { invalidParams, unsafeCall } from './rpc-error.ts';
import type { Methods } from './session.ts';

/** The node talks to nobody; the id is only a name. */
export const LOCAL_PEER_ID = '12D3KooWSomaPracticeNetworkxxxxxxxxxxxxxxxxxxxxxxxx';
export const CHAIN_NAME = 'Soma practice';
export const CHAIN_PROPERTIES = { isEthereum: false, ss58Format: 42, tokenDecimals: 9, tokenSymbol: 'TAO' };

/** Next nonce of an account: the state's, counted on through what waits in the pool. */
export function nextNonce(node: SimNode, publicKey: Uint8Array): number {
  const { best } = node.chain;
  const reply = node.chain.call(best, 'AccountNonceApi_account_nonce', publicKey);
  let nonce = new DataView(reply.buffer, reply.byteOffset, reply.length).getUint32(0, true);
  const tagOf = (value: number): string => {
    const bytes = new Uint8Array(36);
    bytes.set(publicKey);
    new DataView(bytes.buffer).setUint32(32, value, true);
    return `0x${bareHex(bytes)}`;
  };
  while (node.transactions.pool.provides(tagOf(nonce))) nonce += 1;
  return nonce;
}

function accountParam(value: unknown): Uint8Array {
  const parsed = parseAddress(stringParam(value, 'account'));
  if (!parsed.ok) throw invalidParams('account must be an SS58 address');
  return parsed.publicKey;
}

export const systemMethods: Methods = {
  system_chain: () => CHAIN_NAME,
  system_name: () => 'soma-simnet',
  system_version: () => '1.0.0',
  system_chainType: () => 'Development',
  system_properties: () => CHAIN_PROPERTIES,
  system_health: () => ({ peers: 0, isSyncing: false, shouldHavePeers: false }),
  system_nodeRoles: () => ['Authority'],
  system_peers: () => [],
  system_localPeerId: () => LOCAL_PEER_ID,
  system_localListenAddresses: () => [],
  system_syncState: (_params, { node }) => ({
    startingBlock: 0,
    currentBlock: node.chain.best.number,
    highestBlock: node.chain.best.number,
  }),
  system_accountNextIndex: ([account], { node }) => nextNonce(node, accountParam(account)),
  account_nextIndex: ([account], { node }) => nextNonce(node, accountParam(account)),
  // Public nodes refuse these too: they would let a stranger make the node work, or change it.
  system_dryRun: unsafeCall,
  system_dryRunAt: unsafeCall,
  system_addReservedPeer: unsafeCall,
  system_addLogFilter: unsafeCall,
};
