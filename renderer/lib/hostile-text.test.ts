import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from './hostile-text.ts';

const c = (...points: number[]): string => String.fromCodePoint(...points);
const between = (point: number): string => `Open${c(point)}tensor`;
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** Characters that reorder, hide or control: each is put inside a name and must vanish. */
const VANISHING: readonly number[] = [
  ...range(0x202a, 0x202e),
  ...range(0x2066, 0x2069),
  0x200e,
  0x200f,
  0x061c,
  0x200b,
  0x200c,
  0x200d,
  0x2060,
  ...range(0x2061, 0x2064),
  0xfeff,
  0x00ad,
  0x034f,
  0x115f,
  0x1160,
  0x17b4,
  0x17b5,
  0x180e,
  0x2800,
  0x3164,
  0xffa0,
  0xfe0f,
  0xe0001,
  0xe0041,
  0xe0100,
  0xfff9,
  0xfffa,
  0xfffb,
  0xe000,
  0xf8ff,
  0x10ffff,
  0xfdd0,
  0,
  1,
  7,
  8,
  0x1b,
  0x7f,
  0x80,
  0x9f,
  0xd800,
  0xdfff,
];

describe('text from the chain', () => {
  test.each(VANISHING.map((point) => [point.toString(16).padStart(4, '0'), point] as const))(
    'loses U+%s and is marked',
    (_name, point) => {
      expect(cleanText(between(point))).toEqual({ text: 'Opentensor', altered: true });
    },
  );

  test.each(['\n', '\r\n', '\t', '\u000b', '\u000c', '\u0085', '\u2028', '\u2029', '\u00a0', '\u3000', '  '])(
    'becomes one line with single blanks (%j)',
    (blank) => {
      const { text, altered } = cleanText(between(0x41).replace('A', blank));
      expect(['Open tensor', 'Opentensor']).toContain(text);
      expect(altered).toBe(true);
    },
  );

  test.each([
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)>',
    '{{7*7}}',
    '</script><script>1</script>',
    '[x](javascript:1)',
    'url(https://a.b/x)',
    '=HYPERLINK("x")',
    'javascript:alert(1)',
    '\\\\host\\share',
    "'; DROP TABLE",
    `\${process.env}`,
    '%s%n%x',
  ])('leaves markup as plain characters, unaltered: %s', (raw) => {
    expect(cleanText(raw)).toEqual({ text: raw, altered: false });
  });

  test.each(['Opentensor', 'Ωμέγα', 'タオ', 'τao.bot', 'Subnet é', 'שלום', 'مرحبا', 'نص', 'हिन्दी', '👍', 'x'])(
    'leaves an honest name alone: %s',
    (raw) => {
      expect(cleanText(raw)).toEqual({ text: raw, altered: false });
    },
  );

  test('comes out the same by the short way for ordinary text and by the long way', () => {
    const ordinary = fc.string({
      unit: fc.constantFrom('a', 'Z', '~', '!', '0', ' ', '<', 'α', 'Ω', 'é', '\u03a2', '\u0301'),
    });
    fc.assert(
      fc.property(ordinary, fc.integer({ min: 1, max: 12 }), (raw, max) => {
        expect(cleanText(raw, max)).toEqual(cleanText(` ${raw} `, max)); // blanks at the ends take the long way
      }),
    );
  });

  test('ignores blanks at the ends', () => {
    expect(cleanText('  Taostats ')).toEqual({ text: 'Taostats', altered: false });
  });

  test('thins five hundred stacked marks', () => {
    const { text, altered } = cleanText(`Z${'\u0301'.repeat(500)}algo`);
    expect(text.length).toBeLessThan(12);
    expect(altered).toBe(true);
  });

  test('cuts between characters, never inside one', () => {
    const { text, altered } = cleanText('é'.repeat(100), 10);
    expect(text).toBe(`${'é'.repeat(10)}…`);
    expect(altered).toBe(true);
  });

  test('does not cut text of exactly the allowed length', () => {
    expect(cleanText('abc', 3)).toEqual({ text: 'abc', altered: false });
  });

  test('turns text made only of nothing into nothing', () => {
    expect(cleanText('\u200b\u202e\u0000')).toEqual({ text: '', altered: true });
  });

  test('bounds a megabyte', () => {
    const { text, altered } = cleanText('A'.repeat(1_000_000));
    expect(text.length).toBe(49);
    expect(altered).toBe(true);
  });

  test('a chain of letters joined by nothing cannot exceed the cap', () => {
    expect(cleanText(`👨${'\u200d👨'.repeat(300)}`, 8).text.length).toBeLessThan(40);
  });

  test('marks what it changed, and only that; and cleaning twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (raw) => {
        const once = cleanText(raw);
        expect(once.altered).toBe(once.text !== raw.trim());
        expect(cleanText(once.text, 200).text).toBe(once.text);
        expect(/[\p{Cc}\p{Cf}\p{Cs}]/u.test(once.text)).toBe(false);
      }),
    );
  });
});
