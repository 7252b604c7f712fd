import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

export interface ErrorStateProps {
  readonly title: string;
  /** What happened, what was not lost, what to do. */
  readonly detail: ReactNode;
  readonly action?: ReactNode;
}

/** The view could not be made. Announced when it appears. */
export function ErrorState({ title, detail, action }: ErrorStateProps) {
  return (
    <div role="alert" className="flex flex-col items-center px-6 py-12 text-center">
      <span className="mb-4 inline-flex size-12 items-center justify-center rounded-full bg-danger-soft text-danger">
        <Icon icon={CircleAlert} size={22} />
      </span>
      <h2 className="text-lg font-semibold">{title}</h2>
      <div className="mt-1 max-w-md text-muted">{detail}</div>
      {action === undefined ? null : <div className="mt-5 flex flex-wrap justify-center gap-3">{action}</div>}
    </div>
  );
}
