import { describe, expect, it } from 'vitest';
import { visibleText } from './visible-text.ts';

describe('visibleText', () => {
  it('spells out what cannot be seen and drops nothing', () => {
    expect(visibleText('a\u202eb\u200bc\nd\u0000')).toBe('a\\u{202e}b\\u{200b}c\\u{a}d\\u{0}');
    expect(visibleText('\ud800')).toBe('\\u{d800}');
  });

  it('leaves ordinary text of any script as it is', () => {
    expect(visibleText('Validator X τ θ 東京 5Grwva')).toBe('Validator X τ θ 東京 5Grwva');
  });
});
