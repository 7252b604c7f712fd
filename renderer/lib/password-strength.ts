/** What the estimator says about a new password, 0 (guessed at once) to 4. */
export interface PasswordStrength {
  readonly score: 0 | 1 | 2 | 3 | 4;
  readonly acceptable: boolean;
}

const LONG_ENOUGH = 12;
const GOOD_SCORE = 3;
/** The estimator is slow on very long text, and such text is not what is weak. */
const MAX_JUDGED = 100;

let estimator: Promise<(password: string) => 0 | 1 | 2 | 3 | 4> | undefined;

async function load(): Promise<(password: string) => 0 | 1 | 2 | 3 | 4> {
  const [{ ZxcvbnFactory }, common] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const factory = new ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs });
  return (password) => factory.check(password).score;
}

/** Judges a new password on this machine. A long or a hard one will do; main has the last word. */
export async function judgePassword(password: string): Promise<PasswordStrength> {
  estimator ??= load();
  const judge = await estimator;
  const score = judge(password.slice(0, MAX_JUDGED));
  return { score, acceptable: score >= GOOD_SCORE || (password.length >= LONG_ENOUGH && score > 0) };
}
