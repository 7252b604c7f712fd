import { Spinner } from '../ui/Spinner.tsx';

/** Between the first paint and main's first answer. */
export function Starting() {
  return (
    <div className="flex min-h-dvh items-center justify-center text-muted">
      <Spinner label="Starting Soma" size={22} />
    </div>
  );
}
