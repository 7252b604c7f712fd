import { AppError } from '../../../shared/errors/index.ts';
import type { Coldkey } from '../../../shared/units/index.ts';
import type { AccountRecord } from '../../chain/port.ts';

/** @throws AppError chain.reply_malformed when the endpoint left the account out */
export function accountOf(records: readonly AccountRecord[], address: Coldkey): AccountRecord {
  const found = records.find((record) => record.address === address);
  if (found === undefined) throw new AppError('chain.reply_malformed', { reading: 'accounts' });
  return found;
}

/** False for an address that the chain has never seen, or has forgotten. */
export function isOnChain({ providers, sufficients, free, reserved }: AccountRecord): boolean {
  return providers > 0 || sufficients > 0 || free + reserved > 0n;
}
