import { useCapabilities } from '../../api/capabilities.ts';
import { cx } from '../../lib/cx.ts';
import { useFreshness } from '../../stores/freshness.ts';
import { Button } from '../../ui/Button.tsx';
import { requestReview } from './actions.ts';
import type { Choosing } from './choose/use-choosing.ts';
import type { Flow } from './model/flow.ts';
import { type HeldBack, heldBack } from './model/held-back.ts';
import { missingCapability } from './model/needs.ts';
import { QUOTE_ID } from './quote/QuoteCard.tsx';

export interface ReviewFooterProps {
  readonly flow: Extract<Flow, { at: 'choose' | 'reviewing' }>;
  readonly choosing: Choosing;
  readonly onCancel: () => void;
}

/** The way on, and beside it why it is shut: the reason itself may be out of sight. */
export function ReviewFooter({ flow, choosing, onCancel }: ReviewFooterProps) {
  const freshness = useFreshness();
  const capabilities = useCapabilities();
  const reviewing = flow.at === 'reviewing';
  const offered = missingCapability(flow.form.kind, capabilities) === undefined;
  const reason = reviewing || !offered ? undefined : heldBack(choosing, freshness);
  return (
    <div className="flex items-center justify-end gap-3">
      <div className="min-w-0 flex-1">{reason === undefined ? null : <Reason {...reason} />}</div>
      <Button look="quiet" onClick={onCancel}>
        Cancel
      </Button>
      <Button look="primary" busy={reviewing} disabled={!choosing.ready} onClick={requestReview}>
        Review
      </Button>
    </div>
  );
}

/** Not announced: where it is said in full, it is. */
function Reason({ sentence, tone, saidAt }: HeldBack) {
  const look = cx('line-clamp-3 text-left text-sm leading-snug', tone === 'blocked' ? 'text-danger' : 'text-muted');
  if (saidAt === undefined) return <p className={look}>{sentence}</p>;
  return (
    <button
      type="button"
      title="Show it"
      onClick={saidAt === 'quote' ? showQuote : showField}
      className={cx(look, 'rounded-sm underline decoration-dotted underline-offset-3 hover:decoration-solid')}
    >
      {sentence}
    </button>
  );
}

function showQuote(): void {
  document.getElementById(QUOTE_ID)?.scrollIntoView({ block: 'start' });
}

function showField(): void {
  document.querySelector<HTMLElement>('[data-side-panel] [aria-invalid="true"]')?.focus();
}
