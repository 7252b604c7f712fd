import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

export interface EmptyStateProps {
  readonly icon?: LucideIcon;
  readonly title: string;
  /** `h1` where it is the whole screen. */
  readonly heading?: 'h1' | 'h2' | 'h3';
  /** What would stand here, in a sentence or two. */
  readonly children: ReactNode;
  /** The next step. */
  readonly action?: ReactNode;
}

/** Nothing here yet: what this is, and what to do next. */
export function EmptyState({ icon, title, heading: Heading = 'h2', children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center px-6 py-12 text-center">
      {icon === undefined ? null : (
        <span className="mb-4 inline-flex size-12 items-center justify-center rounded-full bg-accent-soft text-accent">
          <Icon icon={icon} size={22} />
        </span>
      )}
      <Heading className="text-lg font-semibold">{title}</Heading>
      <div className="mt-1 max-w-md text-muted">{children}</div>
      {action === undefined ? null : <div className="mt-5 flex flex-wrap justify-center gap-3">{action}</div>}
    </div>
  );
}
