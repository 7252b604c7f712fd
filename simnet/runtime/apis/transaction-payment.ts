import { decodeExtrinsic } from '../extrinsic/decode.ts';
import { ByteReader } from '../extrinsic/reader.ts';
import { inclusionFee, lengthToFee, partialFee, weightToFee } from '../fees/fee.ts';
import { callInfo } from '../fees/weights.ts';
import type { RuntimeCall } from '../interface.ts';
import type { Weight } from '../storage/types.ts';
import type { ApiContext, ApiMethods, RawApiMethods } from './handler.ts';

function dispatchInfo(call: RuntimeCall, length: number): unknown {
  const info = callInfo(call);
  return {
    weight: { ref_time: info.refTime, proof_size: 0n },
    class: { type: info.dispatchClass, value: undefined },
    partial_fee: partialFee(info, length),
  };
}

function feeDetails(call: RuntimeCall, length: number, tip: bigint): unknown {
  const fee = inclusionFee(callInfo(call), length);
  const inclusion_fee =
    fee === undefined ? undefined : { base_fee: fee.base, len_fee: fee.length, adjusted_weight_fee: fee.weight };
  return { inclusion_fee, tip };
}

/** An extrinsic with its length prefix, then the length to charge for. */
function extrinsicAndLength(args: Uint8Array): { readonly extrinsic: Uint8Array; readonly length: number } {
  const reader = new ByteReader(args);
  const size = Number(reader.compact());
  reader.take(size);
  const extrinsic = reader.since(0);
  const length = reader.take(4);
  return { extrinsic, length: new DataView(length.buffer, length.byteOffset).getUint32(0, true) };
}

const weights: ApiMethods = {
  query_weight_to_fee: (_: ApiContext, weight: Weight) => weightToFee(weight.ref_time),
  query_length_to_fee: (_: ApiContext, length: number) => lengthToFee(length),
};

/** The metadata describes an extrinsic only as bytes within bytes, so its arguments are read by hand. */
export const transactionPaymentRaw: RawApiMethods = {
  query_info: ({ facts }, args) => {
    const { extrinsic, length } = extrinsicAndLength(args);
    return dispatchInfo(decodeExtrinsic(extrinsic, facts.callCodec).call, length);
  },
  query_fee_details: ({ facts }, args) => {
    const { extrinsic, length } = extrinsicAndLength(args);
    const decoded = decodeExtrinsic(extrinsic, facts.callCodec);
    return feeDetails(decoded.call, length, decoded.signed?.tip ?? 0n);
  },
};

export const transactionPaymentApi: ApiMethods = weights;

export const transactionPaymentCallApi: ApiMethods = {
  ...weights,
  query_call_info: (_: ApiContext, call: RuntimeCall, length: number) => dispatchInfo(call, length),
  query_call_fee_details: (_: ApiContext, call: RuntimeCall, length: number) => feeDetails(call, length, 0n),
};
