import type { ReactNode } from 'react';

/** Wraps skeletons so that a screen reader hears one sentence instead of nothing. */
export function Loading({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="status" aria-busy="true">
      <span className="sr-only">{label}</span>
      {children}
    </div>
  );
}
