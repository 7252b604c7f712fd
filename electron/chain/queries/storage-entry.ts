import { parseAddress } from '../../../shared/domain/address.ts';
import { AppError } from '../../../shared/errors/index.ts';
import type { RuntimeCodec, StorageEntry } from '../scale/codec.ts';

/** @throws AppError chain.capability_missing when the runtime has no such storage */
export function needStorage(codec: RuntimeCodec, pallet: string, item: string): StorageEntry {
  const entry = codec.storage(pallet, item);
  if (entry === undefined) throw new AppError('chain.capability_missing', { pallet, item });
  return entry;
}

const MAX_KNOWN = 4096;
const known = new Map<string, Uint8Array>();

/**
 * The 32 bytes of an address, for reading only: the same address gives the same array, because batches name one account
 * thousands of times and checking its text is slow. @throws AppError intent.address_invalid
 */
export function keyBytes(address: string): Uint8Array {
  const found = known.get(address);
  if (found !== undefined) return found;
  const parsed = parseAddress(address);
  if (!parsed.ok) throw new AppError('intent.address_invalid');
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(address, parsed.publicKey);
  return parsed.publicKey;
}
