import { Button } from '../../ui/Button.tsx';

/** Back and onward, the same under every way of importing. */
export function ImportFooter({ onBack, busy, ready = true }: { onBack: () => void; busy?: boolean; ready?: boolean }) {
  return (
    <div className="flex justify-between gap-3">
      <Button look="quiet" className="-ml-4" onClick={onBack}>
        Back
      </Button>
      <Button look="primary" type="submit" busy={busy === true} disabled={!ready}>
        Continue
      </Button>
    </div>
  );
}
