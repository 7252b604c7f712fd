import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { MAX_BATCH, MAX_CLAIM_SUBNETS } from '../constants/batch.ts';
import { zIntent, zStakeStep } from './intents.ts';
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

/** Which currency a figure is in. */
export const zAsset = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tao') }),
  z.strictObject({ kind: z.literal('alpha'), netuid: zNetuid, symbol: zHostileText }),
]);

/** An amount with its currency; never summed across assets. */
export const zAssetAmount = z.strictObject({ asset: zAsset, amount: z.bigint().min(0n) });

/**
 * One thing that changed hands: `sent` to somebody else, `received` by the account, `spent` on what is not an amount of any
 * currency; `worth` is what such a thing gained in worth with it, TAO that nobody has before a claim.
 */
export const zMoved = z.strictObject({
  way: z.enum(['received', 'sent', 'spent', 'worth']),
  /** The operation of a batch it belongs to, counted from 1. */
  step: z.int().min(1).max(MAX_BATCH).optional(),
  ...zAssetAmount.shape,
});

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
  'positions_skipped',
  'positions_left',
  'forfeits_dividends',
  'moves_lock',
  'holds_root_stake',
  'locks_unknown',
  'fee_in_alpha',
  'leaves_little_for_fees',
  'not_validating_here',
  'take_rose',
  'practice_network',
  'unproven_metadata',
] as const;
export const zWarning = z.strictObject({
  code: z.enum(WARNING_CODES),
  facts: z.record(z.string().max(64), z.string().max(256)),
});

/** The unit of a limit price: rao for one alpha, or (between two subnets) 1e-9 destination alpha for one origin alpha. */
export const zLimitUnit = z.enum(['tao_per_alpha', 'alpha_per_alpha']);

const price = {
  /** What leaves; absent where nothing does (a setting). */
  pay: zAssetAmount.optional(),
  receive: zAssetAmount.optional(),
  /** The worst amount received when the price moves against the person within the tolerance. */
  receiveAtLeast: zAssetAmount.optional(),
  /** Spot price of the subnet; absent where there is no trade. */
  price: zPrice.optional(),
  /** Bound sent with the call: not more than (add) or not less than (all others). Absent where the call has none. */
  limitPrice: zPrice.optional(),
  limitUnit: zLimitUnit.optional(),
  /** Loss against spot, fee included, parts per million. */
  priceImpact: zPpm.optional(),
  swapFee: zAssetAmount.optional(),
};

/** One pool of a trade that goes through two: first the sale, then the buy. */
export const zQuoteLeg = z.strictObject({ side: z.enum(['sell', 'buy']), netuid: zNetuid, ...price });

/** One operation of a batch with its own price. An obstacle here stops the whole batch; the step is named by its place. */
export const zQuotePart = z.strictObject({
  step: zStakeStep,
  ...price,
  legs: z.array(zQuoteLeg).max(2),
  obstacles: z.array(zObstacle).max(16),
});

/** What a claim would take on one subnet now: all that pays out, over all validators. */
export const zClaimPart = z.strictObject({
  netuid: zNetuid,
  /** Alpha owed that reaches the threshold of a claim. */
  owed: zAssetAmount,
  /** `kept` as stake, `sold` for root stake, or `left` where the pool cannot buy it. */
  becomes: z.enum(['kept', 'sold', 'left']),
  /** By the runtime's simulation at the quote's block; absent where it has none. */
  receive: zAssetAmount.optional(),
});

/** A position that an exit from everything leaves where it is, and why. */
export const zSkipped = z.strictObject({ hotkey: zHotkey, netuid: zNetuid, alpha: zAlphaRao, error: zAppError });

export const zQuote = z.strictObject({
  block: zBlockRef,
  ...price,
  networkFee: zRao,
  /** Most alpha that pays the network fee at this block when free TAO does not suffice; `networkFee` is its worth. */
  feeInAlpha: zAssetAmount.optional(),
  /** Both pools of a cross-subnet trade; empty for others. */
  legs: z.array(zQuoteLeg).max(2),
  /** The operations of a batch or of an exit from everything, in the order of execution; empty for others. */
  parts: z.array(zQuotePart).max(MAX_BATCH),
  skipped: z.array(zSkipped).max(2048),
  /** Of a claim of root dividends, by subnet. */
  claims: z.array(zClaimPart).max(MAX_CLAIM_SUBNETS).optional(),
  obstacles: z.array(zObstacle).max(16),
  warnings: z.array(zWarning).max(32),
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

/** A setting before and after: a take (u16 text), a claim type (`swap`, `keep`, `keep_subnets 1 2`), a hotkey or nothing. */
export const zChange = z.strictObject({
  subject: z.enum(['take', 'claim_type', 'auto_stake']),
  hotkey: zHotkey.optional(),
  netuid: zNetuid.optional(),
  before: zHostileText,
  after: zHostileText,
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
          calls: z.array(zDecodedCall).max(128).optional(),
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
  effects: z.array(zEffect).max(256),
  changes: z.array(zChange).max(16),
  warnings: z.array(zWarning).max(32),
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
  /** Fee actually paid, rao; absent before inclusion. Where alpha paid it, what that alpha was sold for. */
  fee: zRao.optional(),
  /** Alpha the chain took for the fee instead of TAO. Entries of older versions do not tell. */
  feeInAlpha: zAssetAmount.optional(),
  /** What it brought and gave away, as far as the chain tells; a batch has one for each operation. Empty before inclusion. */
  moved: z.array(zMoved).max(MAX_BATCH),
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
