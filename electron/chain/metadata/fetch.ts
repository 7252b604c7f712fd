import { AppError } from '../../../shared/errors/index.ts';
import type { RawCall } from '../connection/handshake.ts';
import { RuntimeCodec } from '../scale/codec.ts';
import { fromHex, toHex } from '../scale/hex.ts';
import { ScaleReader } from '../scale/reader.ts';
import { u32Bytes } from '../scale/writer.ts';
import { MAX_METADATA_BYTES } from './cache.ts';
import { metadataDigest } from './digest.ts';

/** Versions with runtime APIs, best first. V14 comes by another method and is the last resort. */
const WANTED = [16, 15] as const;

/**
 * The newest metadata that both decodes and merkleizes, as plain bytes starting with "meta".
 * @throws AppError chain.metadata_invalid and what a call throws
 */
export async function fetchMetadata(call: RawCall, blockHash?: string): Promise<Uint8Array> {
  const at = blockHash === undefined ? [] : [blockHash];
  const ask = (version: number): Promise<unknown> =>
    call('state_call', ['Metadata_metadata_at_version', toHex(u32Bytes(version)), ...at], true);
  // Asked for before it is known to be offered: that saves a round trip, and where it is not the answer is one byte.
  const newest = ask(WANTED[0]);
  newest.catch(() => undefined); // met below, if it is needed
  const offered = await offeredVersions(call, at);
  for (const version of WANTED.filter((one) => offered.includes(one))) {
    const reply = await (version === WANTED[0] ? newest : ask(version));
    const bytes = attempt(() => optionalBytes(reply));
    if (bytes !== undefined && isMetadata(bytes, version) && isMerkleizable(bytes)) return bytes;
  }
  const reply = await call('state_getMetadata', at, true);
  const bytes = attempt(() => fromHex(reply));
  if (bytes === undefined || !isMetadata(bytes, 14)) throw new AppError('chain.metadata_invalid');
  return bytes;
}

/** Empty where the runtime predates the question. */
async function offeredVersions(call: RawCall, at: readonly string[]): Promise<readonly number[]> {
  try {
    const reader = new ScaleReader(fromHex(await call('state_call', ['Metadata_metadata_versions', '0x', ...at])));
    return Array.from({ length: reader.length(4) }, () => reader.u32());
  } catch (error) {
    if (AppError.find(error) === undefined || AppError.find(error)?.code === 'chain.rpc_failed') return [];
    throw error;
  }
}

/** Option<Bytes>, strictly. */
function optionalBytes(reply: unknown): Uint8Array | undefined {
  const reader = new ScaleReader(fromHex(reply));
  if (!reader.bool()) return undefined;
  const bytes = reader.raw(reader.length(1)).slice();
  reader.end();
  return bytes;
}

/** Magic "meta", the version asked for (any known one by default), a sane size, and a shape that decodes. */
export function isMetadata(bytes: Uint8Array, version = bytes[4]): boolean {
  if (bytes.length > MAX_METADATA_BYTES) return false;
  if (toHex(bytes.subarray(0, 4)) !== '0x6d657461' || bytes[4] !== version) return false;
  return attempt(() => new RuntimeCodec(bytes)) !== undefined;
}

function isMerkleizable(bytes: Uint8Array): boolean {
  return attempt(() => metadataDigest(bytes)) !== undefined;
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined; // hostile or foreign bytes fail in every way there is; the caller only needs to know that they do
  }
}
