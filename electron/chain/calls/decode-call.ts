import { AppError } from '../../../shared/errors/index.ts';
import type { DecodedCall } from '../port.ts';
import type { RuntimeCodec } from '../scale/codec.ts';
import { ScaleError, ScaleReader } from '../scale/reader.ts';

/** Decodes exactly one call, nested calls included. @throws AppError tx.review_mismatch for anything else */
export function decodeCall(codec: RuntimeCodec, bytes: Uint8Array): DecodedCall {
  try {
    const reader = new ScaleReader(bytes);
    const call = codec.readCall(reader);
    reader.end();
    return call;
  } catch (cause) {
    if (cause instanceof ScaleError) throw new AppError('tx.review_mismatch', { reason: 'bytes' }, { cause });
    throw cause;
  }
}
