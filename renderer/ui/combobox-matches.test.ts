import { describe, expect, it } from 'vitest';
import { type ComboboxOption, matchingOptions, SHOWN_OPTIONS } from './combobox-matches.ts';

const option = (value: string, label: string, note?: string): ComboboxOption => ({
  value,
  label,
  keywords: value,
  ...(note === undefined ? {} : { note }),
});
const many = Array.from({ length: 1200 }, (_, index) => option(`5Key${index}x`, `Validator ${index}`));

describe('matchingOptions', () => {
  it('finds by any words of name, note and key, whatever their case and order', () => {
    const options = [option('5Abc', 'Tao Labs', 'no permit'), option('5Def', 'Other')];
    expect(matchingOptions(options, 'labs TAO').shown).toEqual([options[0]]);
    expect(matchingOptions(options, '5def').shown).toEqual([options[1]]);
    expect(matchingOptions(options, 'tao other').shown).toEqual([]);
  });

  it('draws a limited number of a long list and tells how many more there are', () => {
    const { shown, more } = matchingOptions(many, '');
    expect(shown).toHaveLength(SHOWN_OPTIONS);
    expect(more).toBe(1200 - SHOWN_OPTIONS);
  });

  it('answers a whole key with that one alone', () => {
    expect(matchingOptions([option('5A1', 'a'), option('5A', 'b')], '5A').shown).toEqual([option('5A', 'b')]);
  });
});
