import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cx } from '../lib/cx.ts';
import { Icon } from './Icon.tsx';
import { Spinner } from './Spinner.tsx';

const LOOKS = {
  primary: 'border-transparent bg-accent-fill text-on-accent hover:bg-accent-fill-hover',
  secondary: 'border-line-strong/60 bg-surface text-ink hover:bg-hover',
  quiet: 'border-transparent bg-transparent text-ink hover:bg-hover',
  danger: 'border-transparent bg-danger-fill text-white hover:opacity-90',
} as const;

const SIZES = { md: 'h-10 px-4 text-base', sm: 'h-8 px-3 text-sm' } as const;

export type ButtonProps = ComponentProps<'button'> & {
  readonly look?: keyof typeof LOOKS;
  readonly size?: keyof typeof SIZES;
  /** Work is under way: the button keeps its place and its name, and refuses clicks. */
  readonly busy?: boolean;
  readonly icon?: LucideIcon;
};

/** A command. `type` is `button` unless said otherwise, so that Enter never submits by accident. */
export function Button({
  look = 'secondary',
  size = 'md',
  busy,
  icon,
  className,
  children,
  disabled,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled === true || busy === true}
      aria-busy={busy === true ? true : undefined}
      className={cx(
        'inline-flex shrink-0 items-center justify-center gap-2 rounded-control border font-medium whitespace-nowrap transition-[background-color,opacity]',
        'disabled:cursor-not-allowed disabled:opacity-50 aria-busy:cursor-progress aria-busy:opacity-80',
        LOOKS[look],
        SIZES[size],
        className,
      )}
    >
      {busy === true ? <Spinner /> : icon === undefined ? null : <Icon icon={icon} />}
      {children}
    </button>
  );
}
