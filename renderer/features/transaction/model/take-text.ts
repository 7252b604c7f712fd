import { formatTake, type Take, toTake } from '../../../../shared/units/index.ts';

const GRAMMAR = /^(\d{1,3})(?:\.(\d{1,2}))?$/u;
const LOOKS_DECIMAL = /^\d+(?:\.\d+)?$/u;
const HUNDREDTHS = 10_000;
const WHOLE = 65_535;

export type TakeReading =
  | { readonly ok: true; readonly take: Take }
  | { readonly ok: false; readonly missing: boolean; readonly sentence: string };

/**
 * Reads a percentage with at most two decimals into the chain's u16 over 65535, rounded down with integers, so that
 * `formatTake` shows exactly what was typed: 18 is 11796 and 11796 reads `18.00 %`.
 */
export function readTake(text: string): TakeReading {
  if (text === '') return { ok: false, missing: true, sentence: 'Type the new take in percent.' };
  const match = GRAMMAR.exec(text);
  if (match === null) {
    const sentence = LOOKS_DECIMAL.test(text)
      ? 'At most two decimals and at most 100 percent.'
      : 'Use only digits and at most one dot, like 18 or 9.5.';
    return { ok: false, missing: false, sentence };
  }
  const hundredths = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  if (hundredths > HUNDREDTHS) return { ok: false, missing: false, sentence: 'More than all of it is not possible.' };
  return { ok: true, take: toTake(Math.floor((hundredths * WHOLE) / HUNDREDTHS)) };
}

/** A take as it would be typed: `18` or `9.5`. Takes that no two decimals name exactly are rounded up, as shown elsewhere. */
export function takeText(take: Take): string {
  return formatTake(take)
    .replace(' %', '')
    .replace(/\.?0+$/u, '');
}

/** The take exactly as the chain keeps it: `11 796 of 65 535`. */
export function takeFraction(take: Take): string {
  return `${take} of ${WHOLE}`;
}
