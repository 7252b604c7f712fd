import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv } from './csv.test-support.ts';
import { csvText, inertText } from './csv.ts';

describe('csvText', () => {
  it('is read back field by field whatever the fields hold', () => {
    const anyField = fc.oneof(fc.string(), fc.constantFrom('"', '""', ',', ';', '\r\n', '\n', 'a"b,c', ''));
    const anyRows = fc
      .integer({ min: 1, max: 5 })
      .chain((width) => fc.array(fc.array(anyField, { minLength: width, maxLength: width }), { minLength: 1 }));
    fc.assert(
      fc.property(anyRows, (rows) => {
        expect(parseCsv(csvText(rows))).toEqual(rows);
      }),
    );
  });
});

describe('inertText', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'=1"],
    ['\u200b=1', "'=1"],
    [' \u202e=1', "'=1"],
    ['＝1', "'＝1"],
    ['Good = Bad', 'Good = Bad'],
    ['two\r\nlines', 'two lines'],
  ])('writes %j as %j', (raw, text) => {
    expect(inertText(raw)).toBe(text);
  });

  it('never begins like a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' ', '\u200b', 'a', "'")), (chars) => {
        expect(inertText(chars.join(''))).not.toMatch(/^[=+\-@\s]/u);
      }),
    );
  });
});
