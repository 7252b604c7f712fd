import type { ReactNode } from 'react';

export interface PageHeaderProps {
  readonly title: string;
  /** One line about the page or the freshness of its figures. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
}

/** The head of a page: its one h1. */
export function PageHeader({ title, note, actions }: PageHeaderProps) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-4">
      <div className="min-w-0">
        <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
        {note === undefined ? null : <div className="mt-0.5 text-muted">{note}</div>}
      </div>
      {actions === undefined ? null : <div className="flex flex-wrap gap-3">{actions}</div>}
    </header>
  );
}
