import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cx } from '../lib/cx.ts';
import { Icon } from './Icon.tsx';

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  readonly icon: LucideIcon;
  /** What it does: its accessible name and its hint. */
  readonly label: string;
  readonly size?: 'md' | 'sm';
};

/** A command shown as a drawing alone. */
export function IconButton({ icon, label, size = 'md', className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={label}
      className={cx(
        'inline-flex shrink-0 items-center justify-center rounded-control text-muted transition-colors hover:bg-hover hover:text-ink',
        'disabled:cursor-not-allowed disabled:opacity-50',
        size === 'md' ? 'size-9' : 'size-7',
        className,
      )}
    >
      <Icon icon={icon} size={size === 'md' ? 18 : 15} />
    </button>
  );
}
