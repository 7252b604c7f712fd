import { describe, expect, test } from 'vitest';
import type { Intent, Quote } from '../../../../shared/contract/index.ts';
import { heldBack } from './held-back.ts';
import type { FormProblems } from './read/problems.ts';

const intent = { kind: 'transfer.keepAlive' } as Intent;
const quoteWith = (obstacles: Quote['obstacles']): Quote => ({ obstacles }) as Quote;
const live = (obstacles: Quote['obstacles'] = []) => ({ is: 'live', intent, quote: quoteWith(obstacles) }) as const;
const NO_PROBLEMS: FormProblems = { sentences: {}, missing: [] };
const ready = { problems: NO_PROBLEMS, findings: [], quote: live(), quoteCurrent: true };
const smaller = { error: { code: 'tx.not_enough_stake', facts: { netuid: 1, available: '0' } } } as const;

describe('why no review can be asked for', () => {
  test('is nothing when one can', () => {
    expect(heldBack(ready, 'fresh')).toBeUndefined();
  });

  test('is what was typed wrong before what is not filled in yet', () => {
    const sentences = { amount: 'Enter an amount.', tolerance: 'At most 50 %.' };
    const problems: FormProblems = { sentences, missing: ['amount'] };
    expect(heldBack({ ...ready, problems }, 'fresh')).toEqual({
      sentence: 'At most 50 %.',
      tone: 'blocked',
      saidAt: 'field',
    });
    const empty: FormProblems = { sentences: { amount: 'Enter an amount.' }, missing: ['amount'] };
    expect(heldBack({ ...ready, problems: empty }, 'offline')).toEqual({ sentence: 'Enter an amount.', tone: 'waits' });
  });

  test('is a recipient made to look like a known one', () => {
    const known = { address: 'A', role: 'own_account', name: undefined } as const;
    const found = heldBack({ ...ready, findings: [{ kind: 'lookalike', known }] }, 'fresh');
    expect(found).toEqual({ sentence: 'The recipient only looks like an address you know.', tone: 'blocked' });
  });

  test('is a line that is down before anything the chain said earlier', () => {
    const blocked = { ...ready, quote: live([smaller]), quoteCurrent: false };
    expect(heldBack(blocked, 'offline')?.sentence).toBe('No endpoint answers, so nothing can be reviewed.');
    expect(heldBack(blocked, 'stale')?.sentence).toMatch(/^The chain has not moved/u);
    expect(heldBack(blocked, 'connecting')).toEqual({ sentence: 'Connecting to the chain.', tone: 'waits' });
  });

  test('is the first thing the chain would refuse, or the quote that failed, said in full at the quote', () => {
    const at = { tone: 'blocked', saidAt: 'quote' };
    expect(heldBack({ ...ready, quote: live([smaller]) }, 'fresh')).toEqual({
      sentence: 'The position is smaller than that.',
      ...at,
    });
    const failed = { is: 'failed', intent, error: { code: 'chain.timeout', facts: {} }, last: undefined } as const;
    expect(heldBack({ ...ready, quote: failed, quoteCurrent: false }, 'fresh')).toMatchObject(at);
  });

  test('is a quote that is on its way or of an earlier block', () => {
    const waiting = { ...ready, quote: { is: 'waiting', intent } as const, quoteCurrent: false };
    expect(heldBack(waiting, 'fresh')).toEqual({ sentence: 'Asking the chain for a quote.', tone: 'waits' });
    expect(heldBack({ ...ready, quoteCurrent: false }, 'fresh')).toMatchObject({ tone: 'waits' });
    expect(heldBack({ ...ready, quote: { is: 'none' }, quoteCurrent: false }, 'fresh')).toBeUndefined();
  });
});
