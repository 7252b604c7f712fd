import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROOT_NETUID, toNetuid, toPpm } from '../../../../shared/units/index.ts';
import type { SendForm, StakeForm } from './form.ts';
import { newForm } from './new-form.ts';
import { intentKey, toIntent } from './to-intent.ts';

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY';
const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty';
const send: SendForm = { ...newForm('send', { from: ALICE, to: BOB }, toPpm(5000)), amount: '12.5' };
const place = { from: ALICE, hotkey: BOB, netuid: toNetuid(8) };
const stake: StakeForm = { ...newForm('stake', place, toPpm(5000)), amount: '10' };
const unstake = { ...newForm('unstake', place, toPpm(5000)), amount: '1' };

describe('toIntent', () => {
  it('reads a transfer to the rao', () => {
    const reading = toIntent({ ...send, amount: '12.500000001' }, 'practice');
    expect(reading).toEqual({
      ok: true,
      intent: { kind: 'transfer.keepAlive', coldkey: ALICE, to: BOB, amount: 12_500_000_001n },
    });
  });

  it.each([
    ['', 'empty'],
    ['-1', 'dot'],
    ['+1', 'dot'],
    ['1e3', 'all the digits'],
    ['1.5E-9', 'all the digits'],
    ['0x10', 'dot'],
    ['NaN', 'dot'],
    ['Infinity', 'dot'],
    [' 1 ', 'dot'],
    ['1,5', 'dot'],
    ['1.5.5', 'dot'],
    ['١٢', 'dot'],
    ['１', 'dot'],
    ['.5', 'dot'],
    ['0', 'zero'],
    ['0.000000000', 'zero'],
    ['1.0000000001', 'nine decimals'],
    ['123456789', 'can exist'],
    ['340282366920938463463374607431768211456', 'can exist'],
  ])('refuses the amount %j in one sentence', (amount, words) => {
    const reading = toIntent({ ...send, amount }, 'practice');
    expect(reading.ok).toBe(false);
    if (reading.ok) return;
    expect(Object.keys(reading.problems.sentences)).toEqual(['amount']);
    expect(reading.problems.sentences.amount?.toLowerCase()).toContain(words === 'empty' ? 'type an amount' : words);
    expect(reading.problems.missing).toEqual(words === 'empty' ? ['amount'] : []);
  });

  it('refuses to send an account its own money', () => {
    expect(toIntent({ ...send, to: ALICE }, 'practice')).toMatchObject({
      ok: false,
      problems: { sentences: { to: expect.stringContaining('sending from') as string } },
    });
  });

  it('keeps the account alive on Max and closes it only with the typed consent', () => {
    expect(toIntent({ ...send, mode: 'all', amount: '' }, 'practice')).toMatchObject({
      ok: true,
      intent: { kind: 'transfer.all', keepAlive: true, reapConsent: false },
    });
    expect(toIntent({ ...send, mode: 'close', consent: 'yes' }, 'practice').ok).toBe(false);
    expect(toIntent({ ...send, mode: 'close', consent: 'Close this account ' }, 'practice')).toMatchObject({
      ok: true,
      intent: { kind: 'transfer.all', keepAlive: false, reapConsent: true },
    });
  });

  it('turns the tolerance into parts per million without floats', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500_000 }), (ppm) => {
        const form = newForm('stake', { from: ALICE, hotkey: BOB, netuid: toNetuid(8) }, toPpm(ppm));
        expect(toIntent({ ...form, amount: '1' }, 'practice')).toMatchObject({
          ok: true,
          intent: { tolerance: ppm },
        });
      }),
    );
  });

  it.each([
    ['', 'Type a tolerance'],
    ['0', 'let any price move refuse'],
    ['0.0000', 'let any price move refuse'],
    ['50.0001', 'More than 50 percent'],
    ['100', 'More than 50 percent'],
    ['1000', 'More than 50 percent'],
    ['-1', 'percentage above 0'],
    ['1e3', 'percentage above 0'],
    ['0.00001', 'at most four decimals'],
    ['abc', 'percentage above 0'],
    ['NaN', 'percentage above 0'],
    ['0,5', 'percentage above 0'],
  ])('refuses the tolerance %j in its own sentence', (tolerance, words) => {
    const reading = toIntent({ ...stake, tolerance }, 'practice');
    expect(reading.ok ? '' : reading.problems.sentences.tolerance).toContain(words);
  });

  it('asks for no tolerance on root, where no pool moves a price', () => {
    const form: StakeForm = { ...stake, netuid: ROOT_NETUID, tolerance: 'x', allowPartial: true };
    expect(toIntent(form, 'practice')).toMatchObject({ ok: true, intent: { tolerance: 0, allowPartial: false } });
  });

  it('does not read the amount of a full unstake', () => {
    expect(toIntent({ ...unstake, all: true, amount: 'rubbish' }, 'practice')).toMatchObject({
      ok: true,
      intent: { kind: 'stake.remove', all: true, amount: 0n },
    });
  });

  it('names what is still missing', () => {
    const reading = toIntent(newForm('stake', { from: ALICE }, toPpm(5000)), 'practice');
    expect(reading.ok ? [] : reading.problems.missing).toEqual(['hotkey', 'netuid', 'amount']);
  });

  it('gives different keys to different wishes', () => {
    const a = toIntent(stake, 'practice');
    const b = toIntent({ ...stake, amount: '10.000000001' }, 'practice');
    expect(a.ok && b.ok && intentKey(a.intent) !== intentKey(b.intent)).toBe(true);
  });

  it('gives one key to one wish, in whatever order its fields come back from main', () => {
    const reading = toIntent(stake, 'practice');
    if (!reading.ok) throw new Error('the form of the test does not read');
    const reversed = Object.fromEntries(Object.entries(reading.intent).reverse()) as typeof reading.intent;
    expect(intentKey(reversed)).toBe(intentKey(reading.intent));
  });
});
