import { Unplug } from 'lucide-react';
import { EmptyState } from '../ui/EmptyState.tsx';

/** The page has no line to main and cannot get one by itself. */
export function SessionEndedScreen() {
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <EmptyState icon={Unplug} heading="h1" title="This window's session has ended">
        <p>
          A session belongs to one window: it does not survive a reload, a copied address or the end of Soma's
          background process. Your keys and funds are untouched, and anything already sent goes on by itself.
        </p>
        <p className="mt-3">Close this window and start Soma again, the way you started it before.</p>
      </EmptyState>
    </main>
  );
}
