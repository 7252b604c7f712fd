import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../../shared/contract/index.ts';
import { milestones } from './milestones.ts';

const block = { blockNumber: 7, blockHash: `0x${'1'.repeat(64)}` };
const at = (part: Partial<JournalEntry>): string =>
  milestones(part as JournalEntry)
    .map(({ status }) => status)
    .join(' ');

describe('milestones', () => {
  it('follow the states and never call a block final before it is', () => {
    expect(at({ state: 'signed', final: false })).toBe('done under_way ahead ahead');
    expect(at({ state: 'sent', final: false })).toBe('done done under_way ahead');
    expect(at({ state: 'in_block', final: false, block })).toBe('done done done under_way');
    expect(at({ state: 'finalized', final: true, block })).toBe('done done done done');
  });

  it('keep waiting while a failure may still be undone by a fork', () => {
    expect(at({ state: 'failed', final: false, block })).toBe('done done done under_way');
    expect(at({ state: 'failed', final: true, block })).toBe('done done done done');
  });

  it('stop where a transaction expired or was refused by the pool', () => {
    expect(at({ state: 'expired', final: false })).toBe('done done failed ahead');
    expect(at({ state: 'failed', final: false })).toBe('done done failed ahead');
  });

  it('go on looking while the outcome is unknown', () => {
    expect(at({ state: 'unknown', final: false })).toBe('done done under_way ahead');
  });
});
