import { type AmountTextProblem, MAX_U64, parseAmount } from '../../../../shared/units/index.ts';

export type AmountProblem = AmountTextProblem | 'scientific' | 'zero';

const SCIENTIFIC = /^[+-]?\d+(?:\.\d+)?e[+-]?\d+$/iu;

const SENTENCES: Readonly<Record<AmountProblem, string>> = {
  empty: 'Type an amount.',
  not_a_number: 'Use only digits and at most one dot, like 12.5.',
  scientific: 'Write all the digits: 1000 rather than 1e3.',
  too_many_decimals: 'At most nine decimals: the chain counts no finer.',
  too_large: 'This is more than can exist.',
  zero: 'The amount must be more than zero.',
};

export type AmountReading =
  | { readonly ok: true; readonly value: bigint }
  | { readonly ok: false; readonly problem: AmountProblem; readonly sentence: string };

/** Reads a typed amount (9 decimals) into base units, or says in one sentence why not. Never rounds. */
export function readAmount(text: string): AmountReading {
  const parsed = parseAmount(text);
  if (!parsed.ok) {
    const problem = parsed.problem === 'not_a_number' && SCIENTIFIC.test(text) ? 'scientific' : parsed.problem;
    return { ok: false, problem, sentence: SENTENCES[problem] };
  }
  if (parsed.value > MAX_U64) return { ok: false, problem: 'too_large', sentence: SENTENCES.too_large };
  if (parsed.value === 0n) return { ok: false, problem: 'zero', sentence: SENTENCES.zero };
  return { ok: true, value: parsed.value };
}
