import { cx } from '../lib/cx.ts';
import { cleanText } from '../lib/hostile-text.ts';

export interface HostileTextProps {
  /** As it came from the chain. */
  readonly text: string;
  /** In place of nothing: `Subnet 8`. */
  readonly fallback: string;
  /** Longest text shown, in characters as people count them. */
  readonly max?: number;
  readonly className?: string;
}

/** Text anybody may have written on chain: inert, one line, capped; marked when something had to be taken out. */
export function HostileText({ text, fallback, max, className }: HostileTextProps) {
  const clean = cleanText(text, max);
  if (clean.text === '') return <span className={cx('text-muted', className)}>{fallback}</span>;
  return (
    <bdi className={className}>
      {clean.text}
      {clean.altered ? (
        <span className="text-attention" title="Hidden or excess characters were taken out of this name">
          {'\u00a0'}*<span className="sr-only"> (hidden or excess characters removed)</span>
        </span>
      ) : null}
    </bdi>
  );
}
