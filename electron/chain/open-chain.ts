import { AppError } from '../../shared/errors/index.ts';
import { assembleExtrinsic } from './calls/assemble.ts';
import { decodeCall } from './calls/decode-call.ts';
import { extrinsicLength } from './calls/extrinsic-length.ts';
import { getNextNonce } from './calls/nonce.ts';
import { readPayload } from './calls/payload.ts';
import { isRefusedProof } from './calls/pool-error.ts';
import { Preparer } from './calls/preparer.ts';
import { submitExtrinsic } from './calls/submit.ts';
import { wireParts } from './client-parts.ts';
import type { ConnectionStats } from './connection/stats.ts';
import { delegationReads } from './delegation-reads.ts';
import type { OpenChainOptions } from './options.ts';
import type { ChainClient } from './port.ts';
import { getAccounts } from './queries/account.ts';
import { getGuards } from './queries/guards.ts';
import { getPrices } from './runtime-apis/alpha-prices.ts';
import { getCallFee } from './runtime-apis/call-info.ts';
import { getValidators } from './runtime-apis/delegates.ts';
import { getSubnets } from './runtime-apis/dynamic-info.ts';
import { simulateBuy, simulateSell } from './runtime-apis/sim-swap.ts';
import { getStakePositions } from './runtime-apis/stake-info.ts';
import { translated } from './scale/translated.ts';
import { canonical, findExtrinsic } from './watch/find-extrinsic.ts';

/** The port, and what the bench measures. */
export interface OpenedChain extends ChainClient {
  connectionStats(): ConnectionStats;
}

/**
 * Starts a light client: it connects, verifies and reconnects by itself until closed. Reads wait for the connection
 * up to their deadline.
 * @throws AppError chain.endpoint_invalid for an endpoint that may not be contacted
 */
export function openChain(options: OpenChainOptions): OpenedChain {
  const parts = wireParts(options);
  const { connection, runtime, heads, heartbeat, reader, request, deadlineMs } = parts;
  const preparer = new Preparer(parts);
  connection.start();
  return {
    status: parts.status,
    watchStatus: parts.watchStatus,
    watchBlocks: (listener) => heads.listen(listener),
    ready: async (limitMs = deadlineMs, need = 'calls') => {
      await connection.session(limitMs);
      if (need === 'calls') await runtime.current.encoder();
    },
    capabilities: () => runtime.current.capabilities,
    runtime: () => runtime.current.identity,
    constants: () => runtime.current.constants,

    getAccounts: (coldkeys) => reader.at((at) => getAccounts(at, coldkeys)),
    getStakePositions: (coldkeys) => reader.at((at) => getStakePositions(at, coldkeys)),
    getPrices: () => reader.at(getPrices),
    getSubnets: () => reader.at(getSubnets),
    getValidators: () => reader.at(getValidators),
    simulateBuy: (netuid, tao) => reader.at((at) => simulateBuy(at, netuid, tao)),
    simulateSell: (netuid, alpha) => reader.at((at) => simulateSell(at, netuid, alpha)),
    ...delegationReads(reader),
    getGuards: async (query) => (await reader.at((at) => getGuards(at, query))).value,

    encodeCall: (call) => {
      const encode = runtime.current.encoderNow();
      if (encode === undefined) throw new AppError('chain.offline', { reason: 'encoder starting' });
      return encode(call);
    },
    decodeCall: (bytes) => decodeCall(runtime.current.codec, bytes),
    estimateFee: async (callBytes, _signer, nonce) => {
      const { value } = await reader.at((at) =>
        getCallFee(at, callBytes, extrinsicLength(at.runtime.codec, callBytes.length, nonce)),
      );
      return value;
    },
    getNextNonce: (coldkey) => getNextNonce(reader, request, coldkey),
    prepare: (wanted) => preparer.prepare(wanted),
    decodePayload: (payload) => readPayload(runtime.current.codec, payload).decoded,
    assemble: (unsigned, multiSignature) => {
      if (unsigned.runtime.specVersion !== runtime.current.identity.specVersion) throw new AppError('tx.spec_changed');
      return assembleExtrinsic(runtime.current.codec, unsigned.signer, unsigned.payload, multiSignature);
    },
    submit: async (extrinsic) => {
      try {
        return await submitExtrinsic(connection, extrinsic, deadlineMs);
      } catch (error) {
        // Bytes we signed that the chain calls badly signed: the metadata they were made from may be a lie.
        if (isRefusedProof(error)) await runtime.distrust();
        throw error;
      }
    },
    findExtrinsic: (hash, fromBlock, toBlock) =>
      translated(findExtrinsic({ request, runtime, blocks: parts.blocks }, hash, fromBlock, toBlock)),
    getBlockHash: async (blockNumber) => {
      const block = await canonical(request, blockNumber);
      if (block === undefined) throw new AppError('chain.rpc_failed', { blockNumber });
      return block.blockHash;
    },
    close: async () => {
      heartbeat.stop();
      connection.close();
      await runtime.close();
    },
    connectionStats: () => connection.stats(),
  };
}
