import { cx } from '../../lib/cx.ts';
import type { PasswordStrength } from '../../lib/password-strength.ts';

const WORDS = ['Guessed at once', 'Guessed in minutes', 'Guessed in days', 'Good', 'Very good'] as const;
const BARS = [1, 2, 3, 4] as const;

/** How long guessing would take, as bars and in words. */
export function StrengthMeter({ strength }: { strength: PasswordStrength | undefined }) {
  const score = strength?.score ?? 0;
  const fill = strength?.acceptable === true ? 'bg-success' : 'bg-attention';
  return (
    <div className="flex items-center gap-3">
      <div aria-hidden="true" className="flex flex-1 gap-1.5">
        {BARS.map((bar) => (
          <span
            key={bar}
            className={cx('h-1 flex-1 rounded-full', strength !== undefined && bar <= score ? fill : 'bg-line')}
          />
        ))}
      </div>
      <span role="status" className="w-36 text-right text-xs text-muted">
        {strength === undefined
          ? ''
          : strength.acceptable && strength.score < 3
            ? 'Long enough'
            : WORDS[strength.score]}
      </span>
    </div>
  );
}
