import type { JournalEntry } from '../../../shared/contract/index.ts';
import type { JournalRecord } from '../../store/index.ts';

/** A journal row as the window may see it: no bytes, no internals. */
export function toEntry(record: JournalRecord): JournalEntry {
  const { txId, network, intent, call, state, hash, createdAtMs, updatedAtMs, final, events } = record;
  return {
    txId,
    network,
    intent,
    call,
    state,
    hash,
    createdAtMs,
    updatedAtMs,
    expiresAtBlock: record.deathBlock,
    final,
    moved: [...record.moved],
    events,
    ...(record.block === undefined ? {} : { block: record.block }),
    ...(record.fee === undefined ? {} : { fee: record.fee }),
    ...(record.feeInAlpha === undefined ? {} : { feeInAlpha: record.feeInAlpha }),
    ...(record.error === undefined ? {} : { error: record.error }),
  };
}
