import type { ValidatorHere } from '../../../../shared/contract/index.ts';

/** Validators side by side at most. */
export const MAX_COMPARED = 4;

export type Metric =
  | 'take'
  | 'stakeHere'
  | 'totalSpot'
  | 'yield'
  | 'dividends'
  | 'nominators'
  | 'lastUpdate'
  | 'subnets';

interface Rule {
  readonly figure: (validator: ValidatorHere) => bigint | number | undefined;
  readonly lowest?: true;
  /** What is said beside the figure that stands out. */
  readonly word: string;
}

const RULES: Readonly<Record<Metric, Rule>> = {
  take: { figure: ({ take }) => take, lowest: true, word: 'Lowest' },
  stakeHere: { figure: ({ stakeHere }) => stakeHere, word: 'Most' },
  totalSpot: { figure: ({ totalSpot }) => totalSpot, word: 'Most' },
  yield: { figure: (validator) => validator.yield?.aprPpm, word: 'Highest' },
  dividends: { figure: ({ dividends }) => dividends, word: 'Highest' },
  nominators: { figure: ({ nominators }) => nominators, word: 'Most' },
  lastUpdate: { figure: ({ lastUpdate }) => (lastUpdate === 0 ? undefined : lastUpdate), word: 'Most recent' },
  subnets: { figure: ({ subnets }) => subnets, word: 'Most' },
};

/** The word for each validator whose figure stands out; none while all are alike or only one has it. */
export function outstanding(validators: readonly ValidatorHere[], metric: Metric): ReadonlyMap<string, string> {
  const { figure, lowest, word } = RULES[metric];
  const figures = validators.flatMap((validator) => {
    const value = figure(validator);
    return value === undefined ? [] : [{ hotkey: validator.hotkey, value }];
  });
  if (new Set(figures.map(({ value }) => value)).size < 2) return new Map();
  const best = figures.reduce((a, b) => ((lowest === true ? b.value < a.value : b.value > a.value) ? b : a)).value;
  return new Map(figures.filter(({ value }) => value === best).map(({ hotkey }) => [hotkey, word]));
}

/** Marks one more, or takes the mark away; a fifth does not fit. */
export function toggleMark(marked: readonly string[], hotkey: string): readonly string[] {
  if (marked.includes(hotkey)) return marked.filter((one) => one !== hotkey);
  return marked.length >= MAX_COMPARED ? marked : [...marked, hotkey];
}
