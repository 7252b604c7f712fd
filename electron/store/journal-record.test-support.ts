import { addressOf } from '../../shared/domain/address.ts';
import { type Coldkey, MAX_U64, toRao } from '../../shared/units/index.ts';
import type { JournalRecord } from './journal-record.ts';

const address = (byte: number): Coldkey => addressOf<Coldkey>(new Uint8Array(32).fill(byte));

/** A signed transfer that was not sent yet. */
export function journalRecord(change: Partial<JournalRecord> = {}): JournalRecord {
  return {
    txId: 'tx-00000001',
    network: 'practice',
    genesis: `0x${'11'.repeat(32)}`,
    intent: { kind: 'transfer.keepAlive', coldkey: address(1), to: address(2), amount: toRao(MAX_U64) },
    call: { pallet: 'Balances', call: 'transfer_keep_alive', args: [{ name: 'value', type: 'u64', value: '1' }] },
    extrinsic: Uint8Array.of(1, 2, 3),
    hash: `0x${'22'.repeat(32)}`,
    signer: address(1),
    nonce: 4,
    birthBlock: 100,
    deathBlock: 163,
    state: 'signed',
    final: false,
    moved: [],
    events: [],
    createdAtMs: 1000,
    updatedAtMs: 1000,
    ...change,
  };
}
