import type { ReactNode } from 'react';

/** The head of one step of a flow. */
export function StepTitle({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header>
      <h2 className="text-xl font-semibold tracking-tight">{title}</h2>
      {children === undefined ? null : <div className="mt-1 text-muted">{children}</div>}
    </header>
  );
}
