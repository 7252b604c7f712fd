import { type Ppm, WIDEST_TOLERANCE } from '../../../../shared/units/index.ts';
import { parsePercent } from '../../../lib/percent-text.ts';

const PLAIN_NUMBER = /^\d+(?:\.\d{1,4})?$/u;
const SENTENCES = {
  empty: 'Type a tolerance, like 0.5.',
  zero: 'A tolerance of 0 would let any price move refuse the trade. 0.5 is usual.',
  too_wide: 'More than 50 percent would protect you from nothing. 0.5 is usual.',
  not_a_number: 'Use a percentage above 0 with at most four decimals, like 0.5.',
} as const;

export type ToleranceProblem = keyof typeof SENTENCES;

export type ToleranceReading =
  | { readonly ok: true; readonly tolerance: Ppm }
  | { readonly ok: false; readonly problem: ToleranceProblem; readonly sentence: string };

const refuse = (problem: ToleranceProblem): ToleranceReading => ({ ok: false, problem, sentence: SENTENCES[problem] });

/** Reads the tolerance of a trade through a pool: above 0 and up to 50 percent, in parts per million, without floats. */
export function readTolerance(text: string): ToleranceReading {
  if (text === '') return refuse('empty');
  if (!PLAIN_NUMBER.test(text)) return refuse('not_a_number');
  const parsed = parsePercent(text);
  if (!parsed.ok || parsed.value > WIDEST_TOLERANCE) return refuse('too_wide');
  return parsed.value === 0 ? refuse('zero') : { ok: true, tolerance: parsed.value };
}
