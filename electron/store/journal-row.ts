import * as z from 'zod';
import type { Moved } from '../../shared/contract/index.ts';
import { zIntent } from '../../shared/contract/intents.ts';
import { zColdkey, zHash, zRao, zTimeMs } from '../../shared/contract/schemas.ts';
import { TX_STATES, zAssetAmount, zDecodedCall, zJournalEntry } from '../../shared/contract/transactions.ts';
import { AppError } from '../../shared/errors/index.ts';
import { fromJson, toJson } from './bigint-json.ts';
import type { JournalRecord } from './journal-record.ts';

/** Column names in the table's order, and what stands in them. */
type Cell = string | number | Uint8Array | null;
export type JournalRow = Readonly<Record<string, Cell>>;

const zHeight = z.int().min(0);
const zError = zJournalEntry.shape.error.unwrap();
const json = <T>(schema: z.ZodType<T>): z.ZodType<T, string> =>
  z.string().transform((text) => schema.parse(fromJson(text)));

const zRow = z.object({
  tx_id: z.string(),
  network: z.string(),
  genesis: zHash,
  intent: json(zIntent),
  call: json(zDecodedCall),
  extrinsic: z.instanceof(Uint8Array),
  hash: zHash,
  signer: zColdkey,
  nonce: zHeight,
  birth_block: zHeight,
  death_block: zHeight,
  state: z.enum(TX_STATES),
  final: z.int().transform((bit) => bit === 1),
  send_started_ms: zTimeMs.nullable(),
  block_number: zHeight.nullable(),
  block_hash: zHash.nullable(),
  fee: z
    .string()
    .transform((text) => zRao.parse(BigInt(text)))
    .nullable(),
  fee_in_alpha: json(zAssetAmount).nullable(),
  // Rows of older versions hold the one amount that arrived.
  received: json(z.union([zAssetAmount, zJournalEntry.shape.moved])).nullable(),
  error: json(zError).nullable(),
  events: json(zJournalEntry.shape.events),
  created_ms: zTimeMs,
  updated_ms: zTimeMs,
});

/** @throws AppError store.damaged when a row is not what this version writes */
export function toRecord(row: unknown): JournalRecord {
  const parsed = parseRow(row);
  return {
    txId: parsed.tx_id,
    network: parsed.network,
    genesis: parsed.genesis,
    intent: parsed.intent,
    call: parsed.call,
    extrinsic: parsed.extrinsic,
    hash: parsed.hash,
    signer: parsed.signer,
    nonce: parsed.nonce,
    birthBlock: parsed.birth_block,
    deathBlock: parsed.death_block,
    state: parsed.state,
    final: parsed.final,
    sendStartedMs: parsed.send_started_ms ?? undefined,
    block:
      parsed.block_number === null || parsed.block_hash === null
        ? undefined
        : { blockNumber: parsed.block_number, blockHash: parsed.block_hash },
    fee: parsed.fee ?? undefined,
    feeInAlpha: parsed.fee_in_alpha ?? undefined,
    moved: toMoved(parsed),
    error: parsed.error ?? undefined,
    events: parsed.events,
    createdAtMs: parsed.created_ms,
    updatedAtMs: parsed.updated_ms,
  };
}

function toMoved({ received, intent }: Pick<z.output<typeof zRow>, 'received' | 'intent'>): readonly Moved[] {
  if (received === null || Array.isArray(received)) return received ?? [];
  return [{ way: intent.kind.startsWith('transfer.') ? 'sent' : 'received', ...received }];
}

function parseRow(row: unknown): z.output<typeof zRow> {
  try {
    return zRow.parse(row);
  } catch (cause) {
    throw new AppError('store.damaged', { table: 'journal' }, { cause });
  }
}

export function toRow(record: JournalRecord): JournalRow {
  return {
    tx_id: record.txId,
    network: record.network,
    genesis: record.genesis,
    intent: toJson(record.intent),
    call: toJson(record.call),
    extrinsic: record.extrinsic,
    hash: record.hash,
    signer: record.signer,
    nonce: record.nonce,
    birth_block: record.birthBlock,
    death_block: record.deathBlock,
    state: record.state,
    final: record.final ? 1 : 0,
    send_started_ms: record.sendStartedMs ?? null,
    block_number: record.block?.blockNumber ?? null,
    block_hash: record.block?.blockHash ?? null,
    fee: record.fee?.toString() ?? null,
    fee_in_alpha: record.feeInAlpha === undefined ? null : toJson(record.feeInAlpha),
    received: record.moved.length === 0 ? null : toJson(record.moved),
    error: record.error === undefined ? null : toJson(record.error),
    events: toJson(record.events),
    created_ms: record.createdAtMs,
    updated_ms: record.updatedAtMs,
  };
}
