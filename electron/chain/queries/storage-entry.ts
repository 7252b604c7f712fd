import { parseAddress } from '../../../shared/domain/address.ts';
import { AppError } from '../../../shared/errors/index.ts';
import type { RuntimeCodec, StorageEntry } from '../scale/codec.ts';

/** @throws AppError chain.capability_missing when the runtime has no such storage */
export function needStorage(codec: RuntimeCodec, pallet: string, item: string): StorageEntry {
  const entry = codec.storage(pallet, item);
  if (entry === undefined) throw new AppError('chain.capability_missing', { pallet, item });
  return entry;
}

/** The 32 bytes of an address. @throws AppError intent.address_invalid */
export function keyBytes(address: string): Uint8Array {
  const parsed = parseAddress(address);
  if (!parsed.ok) throw new AppError('intent.address_invalid');
  return parsed.publicKey;
}
