import { describe, expect, it } from 'vitest';
import { changeText } from './change-text.ts';

describe('changeText', () => {
  it.each([
    ['take', '11796', '18.00 % (11796 of 65535)'],
    ['take', '70000', '70000'],
    ['claim_type', 'swap', 'sold and added to root stake'],
    ['claim_type', 'keep', 'kept as alpha'],
    ['claim_type', 'keep_subnets 8 1', 'kept on subnets 1 and 8, sold on the others'],
    ['claim_type', 'keep_subnets x', 'keep_subnets x'],
    ['claim_type', 'new\u202ething', 'newthing'],
    ['auto_stake', '', 'not set'],
  ] as const)('says %s %j as %j', (subject, text, words) => {
    expect(changeText(subject, text)).toBe(words);
  });
});
