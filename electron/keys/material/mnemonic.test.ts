import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors/index.ts';
import { isSameWord, newEntropy, parseMnemonic, seedOfEntropy, wordsOf } from './mnemonic.ts';

const WORDS = 'bottom drive obey lake curtain smoke basket hold race lonely fit walk';
const list = WORDS.split(' ');

function refusal(text: string): unknown {
  try {
    parseMnemonic(text);
    return 'accepted';
  } catch (error) {
    return AppError.find(error)?.toShape();
  }
}

describe('typed words', () => {
  it.each([
    ['plain', WORDS],
    ['white space around and between', `  ${list.join(' \t\n ')}\r\n`],
    ['capitals', WORDS.toUpperCase()],
  ])('accepts %s', (_name, text) => {
    expect(wordsOf(parseMnemonic(text))).toBe(WORDS);
  });

  it.each([
    ['nothing', '', { reason: 'count', count: 0 }],
    ['11 words', list.slice(1).join(' '), { reason: 'count', count: 11 }],
    ['13 words', `${WORDS} walk`, { reason: 'count', count: 13 }],
    ['15 words', `${WORDS} walk walk walk`, { reason: 'count', count: 15 }],
    ['18 words', [...list, ...list.slice(6)].join(' '), { reason: 'count', count: 18 }],
    ['21 words', [...list, ...list.slice(3)].join(' '), { reason: 'count', count: 21 }],
    ['an unknown word', WORDS.replace('obey', 'obeyy'), { reason: 'unknown_word', position: 3 }],
    ['a zero-width space inside', WORDS.replace('lake', 'la\u200bke'), { reason: 'unknown_word', position: 4 }],
    [
      'a zero-width joiner between',
      WORDS.replace('fit walk', 'fit\u200d walk'),
      { reason: 'unknown_word', position: 11 },
    ],
    ['a no-break space between', WORDS.replace('fit walk', 'fit\u00a0walk'), { reason: 'count', count: 11 }],
    ['a Turkish dotless letter', WORDS.replace('fit', 'f\u0131t'), { reason: 'unknown_word', position: 11 }],
    ['full-width letters', WORDS.replace('fit', '\uff46\uff49\uff54'), { reason: 'unknown_word', position: 11 }],
    ['a Spanish list', Array(12).fill('ábaco').join(' '), { reason: 'unknown_word', position: 1 }],
    ['prototype names', Array(12).fill('constructor').join(' '), { reason: 'unknown_word', position: 1 }],
    ['a hard derivation', `${WORDS}//Alice`, { reason: 'derivation' }],
    ['a soft derivation', `${WORDS}/0`, { reason: 'derivation' }],
    ['a password suffix', `${WORDS}///pw`, { reason: 'derivation' }],
  ])('refuses %s', (_name, text, facts) => {
    expect(refusal(text)).toEqual({ code: 'keys.mnemonic_words', facts });
  });

  it('names a wrong checksum', () => {
    expect(refusal(WORDS.replace('walk', 'bottom'))).toEqual({ code: 'keys.mnemonic_checksum', facts: {} });
  });

  it('round-trips every entropy of both lengths', () => {
    fc.assert(
      fc.property(fc.constantFrom(16, 32), fc.infiniteStream(fc.nat(255)), (length, stream) => {
        const entropy = Uint8Array.from([...stream.take(length)]);
        expect(parseMnemonic(wordsOf(entropy))).toEqual(entropy);
      }),
      { numRuns: 200 },
    );
  });

  it('derives the seed substrate-bip39 derives', () => {
    const seed = Buffer.from(seedOfEntropy(parseMnemonic(WORDS))).toString('hex');
    expect(seed).toBe('fac7959dbfe72f052e5a0c3c8d6530f202b02fd8f9f5ca3580ec8deb7797479e');
  });

  it('makes fresh entropy of the right length', () => {
    expect([newEntropy(12).length, newEntropy(24).length]).toEqual([16, 32]);
    expect(newEntropy(12)).not.toEqual(newEntropy(12));
  });

  it('compares a remembered word without minding case and spaces', () => {
    expect([isSameWord('lake', ' Lake '), isSameWord('lake', 'lak'), isSameWord('lake', '')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
