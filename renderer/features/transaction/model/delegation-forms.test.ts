import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_BATCH, MAX_CLAIM_SUBNETS } from '../../../../shared/constants/batch.ts';
import type { Intent } from '../../../../shared/contract/index.ts';
import { zIntent } from '../../../../shared/contract/intents.ts';
import { formatAmount, formatTake, MAX_U64, toNetuid, toPpm, toTake } from '../../../../shared/units/index.ts';
import { formatPercent } from '../../../lib/percent-text.ts';
import type { Form, FormKind } from './form.ts';
import { FORM_OF_INTENT, FORM_TITLES } from './form.ts';
import { newForm, newStep } from './new-form.ts';
import { intentKey, toIntent } from './to-intent.ts';

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY';
const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty';
const CAROL = '5FLSigC9HGRKVhB9FiEo4Y3koPsNmBmLJbpXg2mp1hXcS59Y';
const KINDS = Object.keys(FORM_TITLES) as FormKind[];

/** Amounts that a person can type: eight digits before the dot. */
const amounts = fc.bigInt({ min: 1n, max: 10n ** 17n - 1n });
const netuids = fc.integer({ min: 0, max: 65_535 }).map(toNetuid);
const tolerances = fc.integer({ min: 1, max: 500_000 }).map(toPpm);
const keys = fc.constantFrom(ALICE, BOB, CAROL);

interface Typed {
  readonly from: string;
  readonly hotkey: string;
  readonly toHotkey: string;
  readonly to: string;
  readonly netuid: ReturnType<typeof toNetuid>;
  readonly toNetuid: ReturnType<typeof toNetuid>;
  readonly amount: bigint;
  readonly all: boolean;
  readonly partial: boolean;
  readonly tolerance: ReturnType<typeof toPpm>;
  readonly claimed: readonly ReturnType<typeof toNetuid>[];
  /** Hundredths of a percent. */
  readonly take: number;
}

const typed: fc.Arbitrary<Typed> = fc.record({
  from: fc.constant(ALICE),
  hotkey: keys,
  toHotkey: keys,
  to: fc.constantFrom(BOB, CAROL),
  netuid: netuids,
  toNetuid: netuids,
  amount: amounts,
  all: fc.boolean(),
  partial: fc.boolean(),
  tolerance: tolerances,
  claimed: fc.uniqueArray(netuids, { minLength: 1, maxLength: MAX_CLAIM_SUBNETS }),
  take: fc.integer({ min: 0, max: 10_000 }),
});

/** The form of a kind, filled in as a person would. */
function filled(kind: FormKind, t: Typed): Form {
  const { from, hotkey, netuid, to, toHotkey, toNetuid: destination, claimed } = t;
  const preset = { from, hotkey, netuid, to, toHotkey, toNetuid: destination, netuids: claimed };
  const form = newForm(kind, preset, t.tolerance) as Form;
  const take = `${Math.floor(t.take / 100)}.${String(t.take % 100).padStart(2, '0')}`;
  if (form.kind === 'batch') {
    const step = toIntent(filled('stake', t), 'practice');
    if (!step.ok || step.intent.kind !== 'stake.add') throw new Error('the step of the test does not read');
    return { ...form, steps: [step.intent], draft: undefined };
  }
  return {
    ...form,
    ...('amount' in form ? { amount: formatAmount(t.amount) } : {}),
    ...('all' in form ? { all: t.all, amount: t.all ? '' : formatAmount(t.amount) } : {}),
    ...('allowPartial' in form ? { allowPartial: t.partial } : {}),
    ...('take' in form ? { take } : {}),
    ...(form.kind === 'claimType' ? { choice: 'keep_subnets' } : {}),
  };
}

const sorted = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b);

/** What must be in the intent, given what was typed. */
function expected(kind: FormKind, t: Typed): Partial<Record<string, unknown>> {
  const { hotkey, netuid } = t;
  const leaving = { amount: t.all ? 0n : t.amount, all: t.all };
  const priced = (...of: number[]) => ({ tolerance: of.every((one) => one === 0) ? 0 : t.tolerance });
  const table: Record<FormKind, Partial<Record<string, unknown>>> = {
    send: { kind: 'transfer.keepAlive', to: t.to, amount: t.amount },
    stake: {
      kind: 'stake.add',
      hotkey,
      netuid,
      amount: t.amount,
      ...priced(netuid),
      allowPartial: netuid !== 0 && t.partial,
    },
    unstake: { kind: 'stake.remove', hotkey, netuid, ...leaving, ...priced(netuid) },
    move: {
      kind: 'stake.move',
      hotkey,
      netuid,
      toHotkey: t.toHotkey,
      toNetuid: t.toNetuid,
      ...leaving,
      tolerance: netuid === t.toNetuid ? 0 : t.tolerance,
    },
    swap: { kind: 'stake.swap', hotkey, netuid, toNetuid: t.toNetuid, ...leaving, tolerance: t.tolerance },
    transferStake: { kind: 'stake.transfer', hotkey, netuid, to: t.to, ...leaving },
    exitAll: { kind: 'stake.exitAll', hotkey, netuid, ...priced(netuid) },
    batch: { kind: 'stake.batch', steps: [{ kind: 'stake.add', coldkey: ALICE, hotkey, netuid, amount: t.amount }] },
    autoStake: { kind: 'autoStake.set', hotkey, netuid },
    claimType: { kind: 'root.claimType', claimType: { is: 'keep_subnets', netuids: sorted(t.claimed) } },
    claim: { kind: 'root.claim', netuids: sorted(t.claimed) },
    basketClaim: { kind: 'basket.claim', hotkey },
    basketBuy: { kind: 'basket.buy', hotkey, amount: t.amount },
    take: { kind: 'take.set', hotkey, take: Math.floor((t.take * 65_535) / 10_000) },
  };
  return { coldkey: ALICE, ...table[kind] };
}

/** Origin and destination differ, as each form asks for. */
const sensible = (kind: FormKind, t: Typed): boolean =>
  (kind !== 'move' || t.hotkey !== t.toHotkey) && (kind !== 'swap' || t.netuid !== t.toNetuid);

describe('every form of delegation', () => {
  it.each(KINDS)('%s: what is read is exactly what was typed, and the contract takes it', (kind) => {
    fc.assert(
      fc.property(typed, (t) => {
        fc.pre(sensible(kind, t));
        const reading = toIntent(filled(kind, t), 'practice');
        if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
        expect(reading.intent).toMatchObject(expected(kind, t));
        expect(FORM_OF_INTENT[reading.intent.kind]).toBe(kind);
        expect(zIntent.parse(reading.intent)).toEqual(reading.intent);
      }),
    );
  });

  it.each(KINDS)('%s: whatever text is in it, nothing comes out that the contract refuses', (kind) => {
    const text = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('', '0', '1', '-1', '1e3', '12.5', ALICE, BOB));
    fc.assert(
      fc.property(
        typed,
        fc.dictionary(fc.constantFrom('hotkey', 'toHotkey', 'to', 'amount', 'tolerance', 'take', 'from'), text),
        (t, texts) => {
          const form = filled(kind, t);
          const known = Object.fromEntries(Object.entries(texts).filter(([name]) => name in form));
          const reading = toIntent({ ...form, ...known }, 'practice');
          if (reading.ok && form.from !== '' && !('from' in known))
            expect(() => zIntent.parse(reading.intent)).not.toThrow();
        },
      ),
    );
  });

  it.each(KINDS)('%s: an empty form asks for what is missing and calls nothing wrong', (kind) => {
    const reading = toIntent(newForm(kind, {}, toPpm(5000)), 'practice');
    if (reading.ok) throw new Error('an empty form read as an intent');
    expect(new Set(Object.keys(reading.problems.sentences))).toEqual(new Set(reading.problems.missing));
    expect(reading.problems.missing).toContain('from');
  });

  it.each(KINDS.filter((kind) => 'amount' in newForm(kind, {}, toPpm(5000))))(
    '%s: zero, ten decimals, scientific notation and a sign are refused',
    (kind) => {
      fc.assert(
        fc.property(typed, fc.constantFrom('0', '1.0000000001', '1e3', '-1', String(MAX_U64)), (t, amount) => {
          const form = { ...filled(kind, { ...t, all: false }), amount } as Form;
          const reading = toIntent(form, 'practice');
          expect(reading.ok ? undefined : reading.problems.sentences.amount).toMatch(/\.$/u);
        }),
        { numRuns: 20 },
      );
    },
  );
});

const sample: Typed = {
  from: ALICE,
  hotkey: BOB,
  toHotkey: CAROL,
  to: BOB,
  netuid: toNetuid(8),
  toNetuid: toNetuid(1),
  amount: 5n,
  all: false,
  partial: false,
  tolerance: toPpm(5000),
  claimed: [toNetuid(1)],
  take: 1800,
};
const problemsOf = (form: Form) => {
  const reading = toIntent(form, 'practice');
  return reading.ok ? {} : reading.problems.sentences;
};

describe('forms with rules of their own', () => {
  it('move and swap refuse to stay where the stake is', () => {
    expect(problemsOf(filled('move', { ...sample, toHotkey: BOB })).toHotkey).toContain('already');
    expect(problemsOf(filled('swap', { ...sample, toNetuid: toNetuid(8) })).toNetuid).toContain('already');
  });

  it('move without a subnet stays on its own', () => {
    const form = { ...filled('move', sample), toNetuid: undefined } as Form;
    expect(toIntent(form, 'practice')).toMatchObject({ ok: true, intent: { toNetuid: 8, tolerance: 0 } });
  });

  it('transfer of stake checks the recipient as a payment does', () => {
    expect(problemsOf(filled('transferStake', { ...sample, to: ALICE })).to).toContain('sending from');
    expect(problemsOf({ ...filled('transferStake', sample), to: `${BOB} ` } as Form).to).toContain('blank');
  });

  it('exit from everything names validator and subnet only where they were chosen', () => {
    const reading = toIntent(newForm('exitAll', { from: ALICE }, toPpm(5000)), 'practice');
    expect(reading.ok && Object.keys(reading.intent).sort()).toEqual(['coldkey', 'kind', 'tolerance']);
  });

  it('a claim takes at most five subnets', () => {
    const six = [1, 2, 3, 4, 5, 6].map(toNetuid);
    expect(problemsOf(newForm('claim', { from: ALICE, netuids: six }, toPpm(0))).netuids).toContain('At most 5');
  });

  it('a batch holds steps of its own account only, and no more than fit', () => {
    const reading = toIntent(filled('batch', sample), 'practice');
    if (!reading.ok || reading.intent.kind !== 'stake.batch') throw new Error('the batch of the test does not read');
    const [step] = reading.intent.steps;
    if (step === undefined) throw new Error('the batch of the test is empty');
    const batch = (steps: readonly (typeof step)[], from = ALICE): Form => ({
      kind: 'batch',
      from,
      steps,
      draft: undefined,
    });
    expect(problemsOf(batch([step], BOB)).steps).toContain('account above');
    expect(problemsOf(batch(Array.from({ length: MAX_BATCH + 1 }, () => step))).steps).toContain('At most 64');
    expect(toIntent(batch(Array.from({ length: MAX_BATCH }, () => step)), 'practice').ok).toBe(true);
    expect(newStep('swap', ALICE, '0.5')).toMatchObject({ kind: 'swap', from: ALICE, tolerance: '0.5' });
  });

  it('the order of a batch is part of the wish, the order of its fields is not', () => {
    const one = {
      kind: 'stake.batch',
      coldkey: ALICE,
      steps: [
        { a: 1, b: 2n },
        { a: 2, b: 1n },
      ],
    } as unknown as Intent;
    const other = {
      steps: [
        { b: 2n, a: 1 },
        { b: 1n, a: 2 },
      ],
      coldkey: ALICE,
      kind: 'stake.batch',
    } as unknown as Intent;
    const turned = { ...one, steps: [...(one as { steps: readonly unknown[] }).steps].reverse() } as unknown as Intent;
    expect(intentKey(one)).toBe(intentKey(other));
    expect(intentKey(one)).not.toBe(intentKey(turned));
  });
});

describe('a take in percent', () => {
  it('maps every two-decimal percentage to one u16 that reads as exactly that percentage', () => {
    for (let hundredths = 0; hundredths <= 10_000; hundredths += 1) {
      const text = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
      const reading = toIntent({ kind: 'take', from: ALICE, hotkey: BOB, take: text }, 'practice');
      if (!reading.ok || reading.intent.kind !== 'take.set') throw new Error(text);
      expect(formatTake(reading.intent.take)).toBe(`${text} %`);
    }
  });

  it('knows 18 percent as 11796, and shows a take it is preset with as it would be typed', () => {
    expect(toIntent({ kind: 'take', from: ALICE, hotkey: BOB, take: '18' }, 'practice')).toMatchObject({
      intent: { take: 11_796 },
    });
    expect(newForm('take', { take: toTake(11_796) }, toPpm(0)).take).toBe('18');
    expect(newForm('take', { take: toTake(0) }, toPpm(0)).take).toBe('0');
    expect(newForm('take', { take: toTake(65_535) }, toPpm(0)).take).toBe('100');
    expect(newForm('take', { take: toTake(6226) }, toPpm(0)).take).toBe('9.51');
  });

  it.each(['', '-1', '18.123', '101', '1e1', '100.01', ' 18', '18 %'])('refuses %j', (take) => {
    expect(problemsOf({ kind: 'take', from: ALICE, hotkey: BOB, take }).take).toMatch(/\.$/u);
  });
});

it('shows the usual tolerance as it would be typed', () => {
  expect(newForm('swap', {}, toPpm(5000)).tolerance).toBe(formatPercent(toPpm(5000)));
});
