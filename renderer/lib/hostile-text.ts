/** Text from the chain made fit to show: what is left, and whether something had to go. */
export interface CleanText {
  readonly text: string;
  /** True when invisible or controlling characters were removed, marks thinned or the text cut. */
  readonly altered: boolean;
}

/** More stacked marks than any living script needs on one letter. */
const MAX_MARKS = 4;
/** Looked at before anything else, so that a megabyte of text costs nothing. */
const MAX_UNITS = 4096;
const DEFAULT_GRAPHEMES = 48;

/**
 * Controls (Cc), format characters (Cf: bidi overrides, isolates, marks, zero-width space and joiners, soft hyphen, BOM, tags),
 * lone surrogates (Cs), private use (Co), unassigned (Cn), line and paragraph separators.
 */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/gu;
/** Letters and marks that draw nothing or a blank: Hangul fillers, Khmer inherent vowels, braille blank, combining joiners and variation selectors. */
const INVISIBLE =
  /\u034f|[\u115f\u1160\u2800\u3164\uffa0]|[\u17b4\u17b5]|[\u180b-\u180f]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;
const BLANKS = /[^\S\ufeff]+/gu;
const STACKED_MARKS = new RegExp(`(\\p{M}{${MAX_MARKS}})\\p{M}+`, 'gu');

/** Ordinary letters and signs with single blanks between them: nothing to clean. Most names, and the cheap way for long tables. */
const PLAIN = /^[!-~\u0391-\u03a1\u03a3-\u03c9]+(?: [!-~\u0391-\u03a1\u03a3-\u03c9]+)*$/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

function cap(text: string, maxGraphemes: number): { readonly text: string; readonly cut: boolean } {
  let kept = '';
  let count = 0;
  for (const { segment } of segmenter.segment(text)) {
    if (count === maxGraphemes) return { text: `${kept.trimEnd()}…`, cut: true };
    kept += segment;
    count += 1;
  }
  return { text: kept, cut: false };
}

/**
 * Cleans a name, symbol or description that anybody may have written on chain. The result is one line, holds no character
 * that moves, hides or reorders others, and has at most `maxGraphemes` characters as people count them. It is still only
 * text: it is shown as a text node, and netuid or key stands beside it, because a look-alike name is not altered text.
 */
export function cleanText(raw: string, maxGraphemes: number = DEFAULT_GRAPHEMES): CleanText {
  if (raw.length <= maxGraphemes && PLAIN.test(raw)) return { text: raw, altered: false };
  const bounded = raw.length > MAX_UNITS ? raw.slice(0, MAX_UNITS) : raw;
  const oneLine = bounded.replace(BLANKS, ' ');
  const visible = oneLine.replace(FORBIDDEN, '').replace(INVISIBLE, '');
  const thin = visible.replace(STACKED_MARKS, '$1').replace(BLANKS, ' ').trim();
  const { text, cut } = cap(thin, maxGraphemes);
  return { text, altered: cut || bounded !== raw || text !== raw.trim() };
}
