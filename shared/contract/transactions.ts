import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import {
  procedure,
  zAlphaRao,
  zAppError,
  zBlockRef,
  zColdkey,
  zHash,
  zHostileText,
  zHotkey,
  zNetuid,
  zPassword,
  zPpm,
  zPrice,
  zRao,
  zTimeMs,
} from './schemas.ts';

export const zTxId = z.string().regex(/^[a-z0-9-]{8,64}$/u);

/** A wish in user terms. A service turns it into a call for the connected runtime. */
export const zIntent = z.discriminatedUnion('kind', [
  /** Sends an exact amount; refuses rather than reaping the sender. */
  z.strictObject({ kind: z.literal('transfer.keepAlive'), coldkey: zColdkey, to: zColdkey, amount: zRao }),
  /** Sends everything but the fee; `keepAlive` leaves the existential deposit. Closing the account needs consent. */
  z.strictObject({
    kind: z.literal('transfer.all'),
    coldkey: zColdkey,
    to: zColdkey,
    keepAlive: z.boolean(),
    reapConsent: z.boolean(),
  }),
  /** Sends an exact amount and may close the sender's account below the existential deposit. */
  z.strictObject({
    kind: z.literal('transfer.allowDeath'),
    coldkey: zColdkey,
    to: zColdkey,
    amount: zRao,
    reapConsent: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('stake.add'),
    coldkey: zColdkey,
    hotkey: zHotkey,
    netuid: zNetuid,
    /** TAO to spend, rao. */
    amount: zRao,
    tolerance: zPpm,
    allowPartial: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('stake.remove'),
    coldkey: zColdkey,
    hotkey: zHotkey,
    netuid: zNetuid,
    /** Alpha to sell (TAO on root); ignored when `all`. */
    amount: zAlphaRao,
    all: z.boolean(),
    tolerance: zPpm,
    allowPartial: z.boolean(),
  }),
]);
export type Intent = z.output<typeof zIntent>;

/** Which currency a figure is in. */
export const zAsset = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tao') }),
  z.strictObject({ kind: z.literal('alpha'), netuid: zNetuid, symbol: zHostileText }),
]);

/** An amount with its currency; never summed across assets. */
export const zAssetAmount = z.strictObject({ asset: zAsset, amount: z.bigint().min(0n) });

/** A reason to stop: the sentence's code, and the amount that would work where there is one. */
export const zObstacle = z.strictObject({ error: zAppError, suggestion: zAssetAmount.optional() });

/** A reason to pause, in order of weight. */
export const WARNING_CODES = [
  'closes_account',
  'recipient_new_to_chain',
  'recipient_first_time',
  'recipient_lookalike',
  'recipient_is_hotkey',
  'impact_strong',
  'impact_notable',
  'no_price_limit',
  'partial_fill',
  'leaves_little_for_fees',
  'not_validating_here',
  'practice_network',
  'unproven_metadata',
] as const;
export const zWarning = z.strictObject({
  code: z.enum(WARNING_CODES),
  facts: z.record(z.string().max(64), z.string().max(256)),
});

export const zQuote = z.strictObject({
  block: zBlockRef,
  pay: zAssetAmount,
  receive: zAssetAmount,
  /** The worst amount received when the price moves against the person within the tolerance. */
  receiveAtLeast: zAssetAmount,
  /** Spot price; absent for transfers. */
  price: zPrice.optional(),
  /** Bound sent with the call: not more than (add) or not less than (remove). Absent where the runtime has no limit. */
  limitPrice: zPrice.optional(),
  /** Loss against spot, fee included, parts per million. */
  priceImpact: zPpm.optional(),
  swapFee: zAssetAmount.optional(),
  networkFee: zRao,
  obstacles: z.array(zObstacle).max(16),
  warnings: z.array(zWarning).max(16),
});

/** One balance before and after; `exact` is false when the pool may still move it. */
export const zEffect = z.strictObject({
  address: zColdkey,
  /** Whose balance: own account, the recipient, or a stake position with this validator. */
  subject: z.enum(['free_balance', 'recipient_balance', 'stake_position']),
  hotkey: zHotkey.optional(),
  asset: zAsset,
  before: z.bigint().min(0n),
  after: z.bigint().min(0n),
  exact: z.boolean(),
});

/** A call decoded from the bytes to be signed. Values are plain text, already exact. */
export interface DecodedCallView {
  readonly pallet: string;
  readonly call: string;
  readonly args: readonly {
    readonly name: string;
    readonly type: string;
    readonly value: string;
    readonly calls?: readonly DecodedCallView[] | undefined;
  }[];
}
export const zDecodedCall: z.ZodType<DecodedCallView> = z.lazy(() =>
  z.strictObject({
    pallet: z.string().max(128),
    call: z.string().max(128),
    args: z
      .array(
        z.strictObject({
          name: z.string().max(128),
          type: z.string().max(1024),
          value: z.string().max(65_536),
          calls: z.array(zDecodedCall).max(64).optional(),
        }),
      )
      .max(64),
  }),
);

export const zReview = z.strictObject({
  reviewId: zTxId,
  /** blake2_256 of the signing payload; the approval names it. */
  payloadHash: zHash,
  intent: zIntent,
  quote: zQuote,
  call: zDecodedCall,
  effects: z.array(zEffect).max(16),
  warnings: z.array(zWarning).max(16),
  risk: z.enum(['routine', 'careful', 'danger']),
  nonce: z.int().min(0),
  specVersion: z.int().min(0),
  /** Last block it may be included in, and that moment estimated from the block time. */
  expiresAtBlock: z.int().min(0),
  expiresAtMs: zTimeMs,
  /** Earlier approvals are refused: time to read. */
  approvableAtMs: zTimeMs,
});

export const TX_STATES = ['signed', 'sent', 'in_block', 'finalized', 'failed', 'expired', 'unknown'] as const;
export type TxState = (typeof TX_STATES)[number];

export const zJournalEntry = z.strictObject({
  txId: zTxId,
  network: z.string().max(32),
  intent: zIntent,
  call: zDecodedCall,
  state: z.enum(TX_STATES),
  hash: zHash,
  createdAtMs: zTimeMs,
  updatedAtMs: zTimeMs,
  expiresAtBlock: z.int().min(0),
  /** Best or finalized block it is in. */
  block: zBlockRef.optional(),
  /** True once the block in `block` is finalized. A failure in a block that may still fork is not final. */
  final: z.boolean(),
  /** Fee actually paid, rao; absent before inclusion. */
  fee: zRao.optional(),
  /** What arrived according to the events (alpha bought, TAO received). */
  received: zAssetAmount.optional(),
  error: zAppError.optional(),
  events: z
    .array(z.strictObject({ pallet: z.string().max(128), name: z.string().max(128), fields: z.string().max(4096) }))
    .max(256),
});

export const transactionsContract = {
  /** Quote now and after every block until the caller stops listening. Failed quotes arrive as `error`. */
  quote: procedure
    .input(z.strictObject({ intent: zIntent }))
    .output(eventIterator(z.union([z.strictObject({ quote: zQuote }), z.strictObject({ error: zAppError })]))),
  /** Builds the exact bytes and decodes them back. */
  review: procedure.input(z.strictObject({ intent: zIntent })).output(zReview),
  discard: procedure.input(z.strictObject({ reviewId: zTxId })).output(z.void()),
  /** Signs, journals and sends exactly what was reviewed; repeating it never signs twice. */
  approve: procedure
    .input(z.strictObject({ reviewId: zTxId, payloadHash: zHash, password: zPassword }))
    .output(z.strictObject({ txId: zTxId })),
  /** One transaction from now to its end. */
  watch: procedure.input(z.strictObject({ txId: zTxId })).output(eventIterator(zJournalEntry)),
  /** The journal, newest first, again after every change. */
  journal: procedure.output(eventIterator(z.array(zJournalEntry).max(5000))),
};
