import { formatAmount, TAO_DECIMALS } from '../../shared/units/index.ts';

/** A figure cut where its weight on screen changes. Concatenated, the parts are the figure. */
export interface AmountParts {
  /** Sign and whole part, in groups of three. */
  readonly whole: string;
  /** Decimals at full strength, with the dot. */
  readonly head: string;
  /** Decimals that are dimmed. */
  readonly tail: string;
  /** True when digits were left out: the figure shown is rounded towards zero. */
  readonly cut: boolean;
}

/** U+202F: keeps the groups together when a line breaks. */
export const GROUP_SPACE = '\u202f';
const SHORT_DECIMALS = 4;
const STRONG_DECIMALS = 2;

function group(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/gu, GROUP_SPACE);
}

/**
 * Cuts base units (9 decimals) into parts. `full` shows all nine decimals, otherwise four, never rounded up.
 * A non-zero amount below the shown precision reads `<0.0001`, never `0.0000`.
 */
export function amountParts(value: bigint, full: boolean): AmountParts {
  const sign = value < 0n ? '−' : '';
  const magnitude = value < 0n ? -value : value;
  const digits = magnitude.toString().padStart(TAO_DECIMALS + 1, '0');
  const whole = group(digits.slice(0, -TAO_DECIMALS));
  const decimals = digits.slice(-TAO_DECIMALS);
  const shown = full ? decimals : decimals.slice(0, SHORT_DECIMALS);
  const cut = !full && /[1-9]/u.test(decimals.slice(SHORT_DECIMALS));
  if (cut && !/[1-9]/u.test(whole + shown)) return { whole: `<${sign}0`, head: '.0001', tail: '', cut };
  const strong = full ? SHORT_DECIMALS : STRONG_DECIMALS;
  return { whole: `${sign}${whole}`, head: `.${shown.slice(0, strong)}`, tail: shown.slice(strong), cut };
}

/** All nine decimals as text, grouped: what a tooltip or a screen reader gets. */
export function exactAmount(value: bigint): string {
  const { whole, head, tail } = amountParts(value, true);
  return `${whole}${head}${tail}`;
}

/** Shortest exact decimal text, as a person would type it: for inputs and the clipboard. */
export function plainAmount(value: bigint): string {
  return formatAmount(value);
}
