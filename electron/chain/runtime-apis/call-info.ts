import { AppError } from '../../../shared/errors/index.ts';
import { type Rao, toRao } from '../../../shared/units/index.ts';
import type { ReadAt } from '../queries/read-at.ts';
import { needInt, recordOf } from '../scale/plain.ts';
import { concatBytes, u32Bytes } from '../scale/writer.ts';
import { callTyped } from './runtime-api.ts';

/** Rao. A block's whole weight costs about 2 TAO, so a dearer call is a lie. */
const MAX_FEE = 10_000_000_000n;

/** Fee of a call in an extrinsic of `length` bytes, without a tip. Zero is honest for the free calls. */
export async function getCallFee(at: ReadAt, callBytes: Uint8Array, length: number): Promise<Rao> {
  const args = concatBytes(callBytes, u32Bytes(length));
  const info = recordOf(await callTyped(at, 'TransactionPaymentCallApi', 'query_call_info', args));
  const fee = needInt(info, 'partial_fee');
  if (fee > MAX_FEE) throw new AppError('chain.reply_malformed', { what: 'fee' });
  return toRao(fee);
}
