import { TAO_DECIMALS } from './rao.ts';

export type AmountTextProblem = 'empty' | 'not_a_number' | 'too_many_decimals' | 'too_large';

export type ParsedAmount =
  | { readonly ok: true; readonly value: bigint; readonly problem?: undefined }
  | { readonly ok: false; readonly problem: AmountTextProblem; readonly value?: undefined };

/** One strict grammar: digits, at most one dot, no sign, exponent, separator or blank. */
const AMOUNT_GRAMMAR = /^(\d{1,8})(?:\.(\d{1,9}))?$/u;
const LOOKS_DECIMAL = /^\d+(?:\.\d+)?$/u;

/**
 * Reads an amount typed by a person (TAO or alpha, both 9 decimals) into base units.
 * Refuses excess precision instead of rounding it away.
 */
export function parseAmount(text: string): ParsedAmount {
  if (text === '') return { ok: false, problem: 'empty' };
  const match = AMOUNT_GRAMMAR.exec(text);
  if (match) {
    const [, whole = '0', fraction = ''] = match;
    return {
      ok: true,
      value: BigInt(whole) * 10n ** BigInt(TAO_DECIMALS) + BigInt(fraction.padEnd(TAO_DECIMALS, '0')),
    };
  }
  if (!LOOKS_DECIMAL.test(text) || text.length > 64) return { ok: false, problem: 'not_a_number' };
  const fraction = text.split('.')[1] ?? '';
  return { ok: false, problem: fraction.length > TAO_DECIMALS ? 'too_many_decimals' : 'too_large' };
}

/**
 * Base units as decimal text with all significant digits and a dot: `12.5`, `0.000000001`. Exact, never rounded;
 * `parseAmount(formatAmount(x))` is `x`.
 */
export function formatAmount(value: bigint): string {
  const sign = value < 0n ? '-' : '';
  const digits = (value < 0n ? -value : value).toString().padStart(TAO_DECIMALS + 1, '0');
  const whole = digits.slice(0, -TAO_DECIMALS);
  const fraction = digits.slice(-TAO_DECIMALS).replace(/0+$/u, '');
  return fraction === '' ? `${sign}${whole}` : `${sign}${whole}.${fraction}`;
}
