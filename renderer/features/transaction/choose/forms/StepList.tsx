import { X } from 'lucide-react';
import type { QuotePart } from '../../../../../shared/contract/index.ts';
import { intentText } from '../../../../copy/index.ts';
import { usePortfolio } from '../../../../stores/portfolio.ts';
import { IconButton } from '../../../../ui/IconButton.tsx';
import { stepWithAmount, withoutStep } from '../../model/edits.ts';
import type { BatchForm } from '../../model/form.ts';
import { Obstacles } from '../../quote/Obstacles.tsx';
import { PartLine } from '../../quote/PartLine.tsx';
import { useNames } from '../../use-names.ts';

export interface StepListProps {
  readonly form: BatchForm;
  readonly edit: (form: BatchForm) => void;
  /** Quotes of the steps, in their order; none while there is no quote. */
  readonly parts: readonly QuotePart[];
}

/** The operations of a batch, each with what it would do, what stands in its way, and a way out of the list. */
export function StepList({ form, edit, parts }: StepListProps) {
  const names = useNames();
  const positions = usePortfolio().portfolio?.positions ?? [];
  const { steps } = form;
  if (steps.length === 0) return null;
  // a quote of another list is of no use for this one
  const quotes = parts.length === steps.length ? parts : [];
  return (
    <ol aria-label="Operations" className="flex flex-col gap-3">
      {steps.map((step, index) => {
        const part = quotes[index];
        const name = `Step ${index + 1}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two steps may be alike, and their place is what tells them apart
          <li key={index} className="rounded-card border border-line px-4 py-3">
            <div className="flex items-start justify-between gap-3">
              <p className="min-w-0">
                <span className="font-semibold">{name}</span> <span>{intentText(step, names)}</span>
              </p>
              <IconButton
                icon={X}
                label={`Remove ${name.toLowerCase()}`}
                onClick={() => edit(withoutStep(form, index))}
                className="-mt-1.5 -mr-2"
              />
            </div>
            {part === undefined ? null : <PartLine part={part} />}
            {part === undefined || part.obstacles.length === 0 ? null : (
              <div className="mt-3 flex flex-col gap-3">
                <Obstacles
                  obstacles={part.obstacles}
                  onSuggestion={(suggestion) => {
                    const mended = stepWithAmount(step, suggestion, positions);
                    if (mended !== undefined) edit({ ...form, steps: steps.with(index, mended) });
                  }}
                />
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}
