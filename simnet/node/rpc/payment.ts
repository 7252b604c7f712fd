import { compact, u32 } from '@polkadot-api/substrate-bindings';
import { concatBytes } from '../../runtime/hex.ts';
import { blockParam, hexParam } from './params.ts';
import { RpcError } from './rpc-error.ts';
import type { Methods, Session } from './session.ts';

function queryRuntime(session: Session, method: string, extrinsic: unknown, at: unknown): DataView {
  const block = blockParam(session.node, at);
  const bytes = hexParam(extrinsic, 'extrinsic');
  try {
    const args = concatBytes([bytes, u32.enc(bytes.length)]);
    const reply = session.node.chain.call(block, method, args);
    return new DataView(reply.buffer, reply.byteOffset, reply.length);
  } catch (error) {
    throw new RpcError(8000, 'Unable to query dispatch info.', error instanceof Error ? error.message : undefined);
  }
}

const CLASSES = ['normal', 'operational', 'mandatory'];

/** Length in bytes of the compact integer at `at`. */
function compactSize(view: DataView, at: number): number {
  const mode = view.getUint8(at) & 3;
  return mode === 0 ? 1 : mode === 1 ? 2 : mode === 2 ? 4 : 5 + (view.getUint8(at) >> 2);
}

function compactAt(view: DataView, at: number): { value: bigint; next: number } {
  const size = compactSize(view, at);
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at, size);
  return { value: BigInt(compact.dec(bytes)), next: at + size };
}

/** Legacy RPC pair of `TransactionPaymentApi`: weight, class and partial fee (u64 rao). */
export const paymentMethods: Methods = {
  payment_queryInfo: ([extrinsic, at], session) => {
    const view = queryRuntime(session, 'TransactionPaymentApi_query_info', extrinsic, at);
    const refTime = compactAt(view, 0);
    const proofSize = compactAt(view, refTime.next);
    return {
      weight: { ref_time: Number(refTime.value), proof_size: Number(proofSize.value) },
      class: CLASSES[view.getUint8(proofSize.next)] ?? 'normal',
      partialFee: view.getBigUint64(proofSize.next + 1, true).toString(),
    };
  },
  payment_queryFeeDetails: ([extrinsic, at], session) => {
    const view = queryRuntime(session, 'TransactionPaymentApi_query_fee_details', extrinsic, at);
    if (view.getUint8(0) === 0) return { inclusionFee: null };
    const hexAt = (offset: number): string => `0x${view.getBigUint64(offset, true).toString(16)}`;
    return { inclusionFee: { baseFee: hexAt(1), lenFee: hexAt(9), adjustedWeightFee: hexAt(17) } };
  },
};
