import { useEffect, useRef } from 'react';
import type { Review } from '../../../../shared/contract/index.ts';
import { intentText } from '../../../copy/index.ts';
import { blockText, clockText } from '../../../lib/time-text.ts';
import type { KeyValueRow } from '../../../ui/KeyValue.tsx';
import type { Flow } from '../model/flow.ts';
import { QuoteFigures } from '../quote/QuoteFigures.tsx';
import { Warnings } from '../quote/Warnings.tsx';
import { useNames } from '../use-names.ts';
import { ApproveForm } from './ApproveForm.tsx';
import { ChangeList } from './ChangeList.tsx';
import { Counterparty } from './Counterparty.tsx';
import { DecodedCall } from './DecodedCall.tsx';
import { EffectList } from './EffectList.tsx';

export interface ReviewStepProps {
  readonly flow: Extract<Flow, { at: 'review' | 'approving' }>;
  readonly nowMs: number;
}

/** Steps 3 and 4: everything decoded from the bytes to be signed, then the approval under it. */
export function ReviewStep({ flow, nowMs }: ReviewStepProps) {
  const { review } = flow;
  const names = useNames();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="flex flex-col gap-5">
      <h3 ref={heading} tabIndex={-1} className="text-lg leading-snug font-semibold outline-none">
        {intentText(review.intent, names, 'below')}
      </h3>
      <Warnings warnings={review.warnings} recipient={'to' in review.intent ? review.intent.to : undefined} />
      <div className="flex flex-col gap-3">
        <Counterparty intent={review.intent} />
      </div>
      <QuoteFigures intent={review.intent} quote={review.quote} steps more={[expiryRow(review)]} />
      <ChangeList changes={review.changes} />
      {review.effects.length === 0 ? null : <EffectList effects={review.effects} own={review.intent.coldkey} />}
      <DecodedCall call={review.call} />
      <ApproveForm
        review={review}
        nowMs={nowMs}
        busy={flow.at === 'approving'}
        problem={flow.at === 'review' ? flow.problem : undefined}
      />
    </div>
  );
}

function expiryRow({ expiresAtMs, expiresAtBlock }: Review): KeyValueRow {
  return {
    id: 'expiry',
    label: 'Valid until',
    value: clockText(expiresAtMs),
    note: `Block ${blockText(expiresAtBlock)}; after that it can never happen.`,
  };
}
