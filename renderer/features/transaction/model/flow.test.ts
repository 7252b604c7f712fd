import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Intent, JournalEntry, Quote, Review } from '../../../../shared/contract/index.ts';
import type { AppErrorCode } from '../../../../shared/errors/index.ts';
import { toNetuid, toPpm, toRao } from '../../../../shared/units/index.ts';
import { type Flow, type FlowEffect, type FlowEvent, nextFlow, reviewableIntent, stepIndex } from './flow.ts';
import type { BatchForm, SendForm } from './form.ts';
import { newForm, newStep } from './new-form.ts';
import { toIntent, toStep } from './to-intent.ts';

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY';
const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty';
const HASH = `0x${'ab'.repeat(32)}`;

const formOf = (amount: string): SendForm => ({
  ...newForm('send', { from: ALICE, to: BOB }, toPpm(0)),
  amount,
});
function intentOf(amount: string): Intent {
  const reading = toIntent(formOf(amount), 'practice');
  if (!reading.ok) throw new Error('the form of the test does not read');
  return reading.intent;
}
const tao = (amount: bigint) => ({ asset: { kind: 'tao' } as const, amount });
const quoteOf = (obstacles: Quote['obstacles'] = []): Quote => ({
  block: { blockNumber: 1, blockHash: HASH },
  pay: tao(1n),
  receive: tao(1n),
  receiveAtLeast: tao(1n),
  networkFee: toRao(1n),
  legs: [],
  parts: [],
  skipped: [],
  obstacles,
  warnings: [],
});
const reviewOf = (intent: Intent, reviewId = 'review-1'): Review => ({
  reviewId,
  payloadHash: HASH,
  intent,
  quote: quoteOf(),
  call: { pallet: 'Balances', call: 'transfer_keep_alive', args: [] },
  effects: [],
  changes: [],
  warnings: [],
  risk: 'routine',
  nonce: 0,
  specVersion: 424,
  expiresAtBlock: 64,
  expiresAtMs: 100_000,
  approvableAtMs: 1500,
});
const entryOf = (txId: string): JournalEntry => ({
  txId,
  network: 'practice',
  intent: intentOf('1'),
  call: { pallet: 'Balances', call: 'transfer_keep_alive', args: [] },
  state: 'sent',
  hash: HASH,
  createdAtMs: 0,
  updatedAtMs: 0,
  expiresAtBlock: 64,
  final: false,
  moved: [],
  events: [],
});

function play(events: readonly FlowEvent[], start: Flow = { at: 'closed' }): { flow: Flow; effects: FlowEffect[] } {
  const effects: FlowEffect[] = [];
  let flow = start;
  for (const event of events) {
    const step = nextFlow(flow, event);
    flow = step.flow;
    effects.push(...step.effects);
  }
  return { flow, effects };
}

const intent = intentOf('12.5');
const toQuote: FlowEvent[] = [
  { on: 'open', form: formOf('') },
  { on: 'edit', form: formOf('12.5'), intent },
  { on: 'quoted', intent, quote: quoteOf() },
];
const toReview: FlowEvent[] = [
  ...toQuote,
  { on: 'review', ticket: 1 },
  { on: 'reviewed', ticket: 1, review: reviewOf(intent) },
];
const toApproving: FlowEvent[] = [...toReview, { on: 'approve', nowMs: 2000 }];

describe('the flow of a transaction', () => {
  it('goes choose, quote, review, approve, track', () => {
    const { flow, effects } = play([...toApproving, { on: 'approved', reviewId: 'review-1', txId: 'tx-00001' }]);
    expect(flow).toMatchObject({ at: 'tracking', txId: 'tx-00001' });
    expect(effects.map((effect) => effect.do)).toEqual(['review', 'approve']);
    expect(play([...toApproving, { on: 'entry', entry: entryOf('tx-00001') }]).flow.at).toBe('approving');
  });

  it('throws the review away when any input changes, and tells main', () => {
    const { flow, effects } = play([...toReview, { on: 'edit', form: formOf('13'), intent: intentOf('13') }]);
    expect(flow).toMatchObject({ at: 'choose', quote: { is: 'waiting', intent: intentOf('13') } });
    expect(effects).toContainEqual({ do: 'discard', reviewId: 'review-1' });
  });

  it('discards a review that arrives after the input changed', () => {
    const { flow, effects } = play([
      ...toQuote,
      { on: 'review', ticket: 1 },
      { on: 'edit', form: formOf('13'), intent: intentOf('13') },
      { on: 'reviewed', ticket: 1, review: reviewOf(intent) },
    ]);
    expect(flow.at).toBe('choose');
    expect(effects.at(-1)).toEqual({ do: 'discard', reviewId: 'review-1' });
  });

  it('refuses a review of something else than was asked for', () => {
    const { flow, effects } = play([
      ...toQuote,
      { on: 'review', ticket: 1 },
      { on: 'reviewed', ticket: 1, review: reviewOf(intentOf('99')) },
    ]);
    expect(flow).toMatchObject({ at: 'choose', problem: { code: 'tx.review_mismatch' } });
    expect(effects.at(-1)).toMatchObject({ do: 'discard' });
  });

  it('ignores a quote for an earlier form', () => {
    const { flow } = play([
      ...toQuote,
      { on: 'edit', form: formOf('13'), intent: intentOf('13') },
      { on: 'quoted', intent, quote: quoteOf() },
    ]);
    expect(reviewableIntent(flow)).toBeUndefined();
  });

  it('cannot be reviewed while a quote is missing, failed or has an obstacle', () => {
    const error = { code: 'chain.timeout', facts: {} } as const;
    const obstacle = { error: { code: 'tx.insufficient_balance', facts: {} } } as const;
    const cases: FlowEvent[][] = [
      toQuote.slice(0, 2),
      [...toQuote, { on: 'quote_failed', intent, error }],
      [...toQuote, { on: 'quoted', intent, quote: quoteOf([obstacle]) }],
    ];
    for (const events of cases) expect(play([...events, { on: 'review', ticket: 1 }]).flow.at).toBe('choose');
  });

  it('cannot be reviewed while a step of a batch is half made', () => {
    const step = { ...newForm('stake', { from: ALICE, hotkey: BOB, netuid: toNetuid(8) }, toPpm(5000)), amount: '1' };
    const reading = toStep(step, 'practice');
    if (!reading.ok) throw new Error('the step of the test does not read');
    const batch = (draft: boolean): BatchForm => ({
      kind: 'batch',
      from: ALICE,
      steps: [reading.intent],
      draft: draft ? newStep('stake', ALICE, '0.5') : undefined,
    });
    const toBatch = (form: BatchForm): Flow => {
      const wish = toIntent(form, 'practice');
      if (!wish.ok) throw new Error('the batch of the test does not read');
      const quoted: FlowEvent = { on: 'quoted', intent: wish.intent, quote: quoteOf() };
      return play([{ on: 'open', form }, { on: 'edit', form, intent: wish.intent }, quoted]).flow;
    };
    expect(reviewableIntent(toBatch(batch(true)))).toBeUndefined();
    expect(reviewableIntent(toBatch(batch(false)))).toMatchObject({ kind: 'stake.batch' });
  });

  it('keeps the last figures when a quote fails, marked as failed', () => {
    const { flow } = play([...toQuote, { on: 'quote_failed', intent, error: { code: 'chain.timeout', facts: {} } }]);
    expect(flow).toMatchObject({ at: 'choose', quote: { is: 'failed', last: quoteOf() } });
  });

  it('approves neither before there was time to read nor after the review expired', () => {
    expect(play([...toReview, { on: 'approve', nowMs: 1499 }]).flow.at).toBe('review');
    expect(play([...toReview, { on: 'approve', nowMs: 100_000 }]).flow.at).toBe('review');
    expect(play([...toReview, { on: 'approve', nowMs: 1500 }]).flow.at).toBe('approving');
  });

  it('sends one approval for twenty clicks', () => {
    const clicks = Array.from({ length: 20 }, (): FlowEvent => ({ on: 'approve', nowMs: 2000 }));
    expect(play([...toReview, ...clicks]).effects.filter((effect) => effect.do === 'approve')).toHaveLength(1);
  });

  it.each<AppErrorCode>(['vault.wrong_password', 'vault.backing_off', 'tx.too_early'])(
    'keeps the review after %s',
    (code) => {
      const { flow } = play([
        ...toApproving,
        { on: 'approve_failed', reviewId: 'review-1', error: { code, facts: {} } },
      ]);
      expect(flow).toMatchObject({ at: 'review', problem: { code } });
    },
  );

  it.each<AppErrorCode>(['tx.fee_changed', 'tx.spec_changed', 'tx.plan_expired', 'disk.full'])(
    'asks for a fresh review after %s and keeps what was typed',
    (code) => {
      const { flow, effects } = play([
        ...toApproving,
        { on: 'approve_failed', reviewId: 'review-1', error: { code, facts: {} } },
      ]);
      expect(flow).toMatchObject({ at: 'choose', form: { amount: '12.5' }, problem: { code } });
      expect(effects.at(-1)).toEqual({ do: 'discard', reviewId: 'review-1' });
    },
  );

  it('goes on when the panel is closed during approval, and tells when that fails', () => {
    const left = play([...toApproving, { on: 'close' }]).flow;
    expect(left).toMatchObject({ at: 'approving', left: true });
    expect(play([{ on: 'approved', reviewId: 'review-1', txId: 'tx-00001' }], left).flow).toEqual({ at: 'closed' });
    const error = { code: 'disk.full', facts: {} } as const;
    expect(play([{ on: 'approve_failed', reviewId: 'review-1', error }], left).effects).toContainEqual({
      do: 'tell_failure',
      error,
    });
  });

  it('moves the stepper forward only', () => {
    const flows = [toQuote.slice(0, 1), toQuote, toQuote.concat({ on: 'review', ticket: 1 })].map((e) => play(e).flow);
    expect(flows.map((flow) => stepIndex(flow, 0))).toEqual([0, 1, 2]);
    expect(stepIndex(play(toReview).flow, 1000)).toBe(2);
    expect(stepIndex(play(toReview).flow, 1500)).toBe(3);
  });

  it('whatever happens, approves only a review on screen and never leaves one behind', () => {
    const amounts = fc.constantFrom('1', '2', '3');
    const ids = fc.constantFrom('review-1', 'review-2');
    const failure = { code: 'tx.approval_void', facts: {} } as const;
    const anyEvent: fc.Arbitrary<FlowEvent> = fc.oneof(
      amounts.map((a): FlowEvent => ({ on: 'open', form: formOf(a) })),
      amounts.map((a): FlowEvent => ({ on: 'edit', form: formOf(a), intent: intentOf(a) })),
      amounts.map((a): FlowEvent => ({ on: 'quoted', intent: intentOf(a), quote: quoteOf() })),
      fc.constantFrom(1, 2).map((ticket): FlowEvent => ({ on: 'review', ticket })),
      fc
        .tuple(fc.constantFrom(1, 2), amounts, ids)
        .map(([ticket, a, id]): FlowEvent => ({ on: 'reviewed', ticket, review: reviewOf(intentOf(a), id) })),
      fc.constantFrom<FlowEvent>({ on: 'back' }, { on: 'close' }, { on: 'approve', nowMs: 2000 }),
      ids.map((reviewId): FlowEvent => ({ on: 'approved', reviewId, txId: 'tx-00001' })),
      ids.map((reviewId): FlowEvent => ({ on: 'approve_failed', reviewId, error: failure })),
    );
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
        let flow: Flow = { at: 'closed' };
        for (const event of events) {
          const before = flow;
          const step = nextFlow(before, event);
          flow = step.flow;
          const shown = before.at === 'review' ? before.review : undefined;
          const approved = step.effects.filter((effect) => effect.do === 'approve');
          expect(approved.every((effect) => effect.review === shown)).toBe(true);
          const left = shown !== undefined && flow.at !== 'review' && flow.at !== 'approving';
          const expected = left ? [{ do: 'discard', reviewId: shown.reviewId }] : [];
          expect(step.effects).toEqual(expect.arrayContaining(expected));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reads alpha positions with their subnet', () => {
    expect(newForm('unstake', { from: ALICE, netuid: toNetuid(8) }, toPpm(5000))).toMatchObject({
      netuid: 8,
      tolerance: '0.5',
      all: false,
    });
  });
});
