import type {
  AssetAmount,
  DecodedCallView,
  Intent,
  JournalEntry,
  Moved,
  TxState,
} from '../../shared/contract/index.ts';
import type { AppErrorShape } from '../../shared/errors/index.ts';
import type { Coldkey, Rao } from '../../shared/units/index.ts';

/** A transaction as it is kept. It exists from before the first byte is sent. */
export interface JournalRecord {
  readonly txId: string;
  readonly network: string;
  readonly genesis: string;
  readonly intent: Intent;
  /** Decoded from the bytes that were signed. */
  readonly call: DecodedCallView;
  /** The signed extrinsic with its length prefix, as sent. */
  readonly extrinsic: Uint8Array;
  /** blake2_256 of `extrinsic`, 0x hex. */
  readonly hash: string;
  readonly signer: Coldkey;
  readonly nonce: number;
  /** Mortality: from this block, and the last block it may be included in. */
  readonly birthBlock: number;
  readonly deathBlock: number;
  readonly state: TxState;
  /** Nothing more will happen to it. */
  readonly final: boolean;
  /** Set, durably, before sending begins; absent: certainly never sent. */
  readonly sendStartedMs?: number | undefined;
  readonly block?: { readonly blockNumber: number; readonly blockHash: string } | undefined;
  /** Fee actually paid, rao. */
  readonly fee?: Rao | undefined;
  /** Alpha that paid it, where TAO did not. */
  readonly feeInAlpha?: AssetAmount | undefined;
  readonly moved: readonly Moved[];
  readonly error?: AppErrorShape | undefined;
  readonly events: JournalEntry['events'];
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

/** What may change after a row was written; identity and bytes never do. */
export type JournalPatch = Partial<
  Pick<
    JournalRecord,
    'state' | 'final' | 'sendStartedMs' | 'block' | 'fee' | 'feeInAlpha' | 'moved' | 'error' | 'events' | 'updatedAtMs'
  >
>;
