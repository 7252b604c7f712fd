import { LoaderCircle } from 'lucide-react';
import { cx } from '../lib/cx.ts';
import { Icon } from './Icon.tsx';

/** Something is under way. Give `label` where no words stand beside it. Stands still under reduced motion. */
export function Spinner({ label, size = 16, className }: { label?: string; size?: number; className?: string }) {
  return (
    <span role={label === undefined ? undefined : 'status'} className={cx('inline-flex', className)}>
      <Icon icon={LoaderCircle} size={size} className="spinner" />
      {label === undefined ? null : <span className="sr-only">{label}</span>}
    </span>
  );
}
