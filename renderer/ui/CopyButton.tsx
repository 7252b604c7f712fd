import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';

export interface CopyButtonProps {
  /** Put on the clipboard exactly as it is. */
  readonly text: string;
  /** What is copied: `address`. */
  readonly what: string;
  readonly look?: 'icon' | 'button';
}

const CONFIRM_MS = 2000;

/** Copies exactly this text and says so. */
export function CopyButton({ text, what, look = 'icon' }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'refused'>('none');

  useEffect(() => {
    if (outcome === 'none') return;
    const timer = setTimeout(() => setOutcome('none'), CONFIRM_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setOutcome('copied'),
      () => setOutcome('refused'),
    );
  };
  const icon = outcome === 'copied' ? Check : Copy;
  const says = { none: '', copied: 'Copied', refused: 'The clipboard refused it' }[outcome];
  return (
    <span className="inline-flex items-center gap-1.5">
      {look === 'icon' ? (
        <IconButton icon={icon} label={`Copy ${what}`} size="sm" onClick={copy} />
      ) : (
        <Button icon={icon} size="sm" onClick={copy}>
          {outcome === 'copied' ? 'Copied' : `Copy ${what}`}
        </Button>
      )}
      <span role="status" className={look === 'icon' ? 'text-xs text-muted empty:hidden' : 'sr-only'}>
        {says}
      </span>
    </span>
  );
}
