import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TX_STATES } from '../../../shared/contract/index.ts';
import { advance, type TrackEvent, type TxStatus } from './machine.ts';

const anyEvent: fc.Arbitrary<TrackEvent> = fc.oneof(
  fc.constantFrom<TrackEvent>(
    { type: 'accepted' },
    { type: 'rejected' },
    { type: 'unclear' },
    { type: 'restarted' },
    { type: 'forked' },
    { type: 'window_closed' },
  ),
  fc.record({ type: fc.constant('included' as const), ok: fc.boolean(), final: fc.boolean() }),
);
const START: TxStatus = { state: 'signed', final: false };
function run(events: readonly TrackEvent[]): TxStatus[] {
  const seen = [START];
  for (const event of events) {
    const now = seen.at(-1) ?? START;
    seen.push(advance(now, event) ?? now);
  }
  return seen;
}

/** Written apart from the machine: what may follow what. */
const MAY_FOLLOW: Record<string, readonly string[]> = {
  signed: ['sent', 'unknown', 'in_block', 'failed', 'failed!', 'finalized!', 'expired!'],
  sent: ['unknown', 'in_block', 'failed', 'failed!', 'finalized!', 'expired!'],
  unknown: ['sent', 'in_block', 'failed', 'failed!', 'finalized!', 'expired!'],
  in_block: ['sent', 'in_block', 'failed', 'failed!', 'finalized!'],
  failed: ['sent', 'in_block', 'failed', 'failed!', 'finalized!'],
};
const nameOf = ({ state, final }: TxStatus): string => `${state}${final ? '!' : ''}`;

describe('a transaction', () => {
  test('takes no step but the allowed ones, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
        const seen = run(events);
        seen.slice(1).forEach((status, at) => {
          const before = seen[at] ?? START;
          expect(TX_STATES).toContain(status.state);
          if (nameOf(before) !== nameOf(status)) expect(MAY_FOLLOW[nameOf(before)]).toContain(nameOf(status));
        });
      }),
    );
  });

  test('that is final stays what it is', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), fc.array(anyEvent, { maxLength: 30 }), (events, more) => {
        const ended = run(events).at(-1);
        fc.pre(ended?.final === true);
        expect(run([...events, ...more]).at(-1)).toEqual(ended);
      }),
    );
  });

  test('is finalized, expired or failed for good, and nothing else, when it is final', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
        const last = run(events).at(-1) ?? START;
        expect(last.final).toBe(nameOf(last).endsWith('!'));
        if (last.final) expect(['finalized', 'expired', 'failed']).toContain(last.state);
        if (last.state === 'finalized' || last.state === 'expired') expect(last.final).toBe(true);
      }),
    );
  });

  test('is finalized only by a block that is final and in which it succeeded', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
        if (run(events).at(-1)?.state !== 'finalized') return;
        expect(events.some((event) => event.type === 'included' && event.ok && event.final)).toBe(true);
      }),
    );
  });

  test('found in a block does not believe a node that refuses it afterwards', () => {
    expect(advance({ state: 'in_block', final: false }, { type: 'rejected' })).toBeUndefined();
  });
});
