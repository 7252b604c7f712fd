import type { Intent } from '../../../../shared/contract/index.ts';
import { AppError } from '../../../../shared/errors/index.ts';
import type { DecodedPayload, RuntimeIdentity, UnsignedExtrinsic } from '../../../chain/port.ts';
import type { Plan } from '../../plan/index.ts';
import { compareCall } from './comparers.ts';

/** What a payload must be bound to, taken from elsewhere than the payload. */
export interface Binding {
  readonly runtime: RuntimeIdentity;
  readonly nonce: number;
  readonly periodBlocks: number;
  readonly unsigned: UnsignedExtrinsic;
}

/** @throws AppError tx.review_mismatch naming the first field in which the bytes differ from the intent or its binding */
export function assertSame(
  decoded: DecodedPayload,
  intent: Intent,
  { quote, changes }: Pick<Plan, 'quote' | 'changes'>,
  binding: Binding,
): void {
  const field = bindingDifference(decoded, binding) ?? compareCall(decoded.call, intent, quote, changes);
  if (field !== undefined) throw new AppError('tx.review_mismatch', { field });
}

function bindingDifference(
  decoded: DecodedPayload,
  { runtime, nonce, periodBlocks, unsigned }: Binding,
): string | undefined {
  if (decoded.era === 'immortal' || decoded.era.period !== periodBlocks) return 'era';
  if (decoded.birthHash !== unsigned.birth.blockHash) return 'birthHash';
  if (unsigned.deathBlock <= unsigned.birth.blockNumber) return 'deathBlock';
  if (unsigned.deathBlock > unsigned.birth.blockNumber + periodBlocks) return 'deathBlock';
  if (decoded.nonce !== nonce) return 'nonce';
  if (decoded.tip !== 0n) return 'tip';
  if (decoded.genesisHash !== runtime.genesisHash) return 'genesisHash';
  if (decoded.specVersion !== runtime.specVersion) return 'specVersion';
  if (decoded.transactionVersion !== runtime.transactionVersion) return 'transactionVersion';
  if (decoded.metadataHashMode === 1 && decoded.metadataHash === undefined) return 'metadataHash';
  return undefined;
}
