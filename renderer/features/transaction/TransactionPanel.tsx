import type { ReactNode } from 'react';
import type { JournalEntry } from '../../../shared/contract/index.ts';
import { isSettled } from '../../copy/index.ts';
import { Button } from '../../ui/Button.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { Stepper } from '../../ui/Stepper.tsx';
import { dispatch } from './actions.ts';
import { ChooseStep } from './choose/ChooseStep.tsx';
import { type Choosing, useChoosing } from './choose/use-choosing.ts';
import { useFlow } from './flow-store.ts';
import { type Flow, stepIndex } from './model/flow.ts';
import { FORM_OF_INTENT, FORM_TITLES } from './model/form.ts';
import { ProgressStep } from './progress/ProgressStep.tsx';
import { ReviewFooter } from './ReviewFooter.tsx';
import { ReviewStep } from './review/ReviewStep.tsx';
import { TransactionNews } from './TransactionNews.tsx';
import { useNow } from './use-now.ts';

const STEPS = ['Choose', 'Quote', 'Review', 'Approve'] as const;

/** The one place where transactions are made, always in the same four steps. Mounted once, by the frame. */
export function TransactionPanel() {
  const flow = useFlow();
  return (
    <>
      <TransactionNews />
      {flow.at === 'closed' || (flow.at === 'approving' && flow.left) ? null : <OpenPanel flow={flow} />}
    </>
  );
}

type OpenFlow = Exclude<Flow, { at: 'closed' }>;

function titleOf(flow: OpenFlow): string {
  const kind = flow.at === 'tracking' ? FORM_OF_INTENT[flow.review.intent.kind] : flow.form.kind;
  return FORM_TITLES[kind];
}

function OpenPanel({ flow }: { flow: OpenFlow }) {
  const review = 'review' in flow ? flow.review : undefined;
  const nowMs = useNow(review?.approvableAtMs ?? 0, review?.expiresAtMs ?? 0);
  const choosing = useChoosing(flow);
  const close = (): void => void dispatch({ on: 'close' });
  return (
    <SidePanel
      title={titleOf(flow)}
      onClose={close}
      head={<Stepper steps={STEPS} current={stepIndex(flow, nowMs)} label="Steps of the transaction" />}
      footer={footerOf(flow, choosing, close)}
    >
      <Body flow={flow} nowMs={nowMs} choosing={choosing} />
    </SidePanel>
  );
}

function Body({ flow, nowMs, choosing }: { flow: OpenFlow; nowMs: number; choosing: Choosing }) {
  switch (flow.at) {
    case 'choose':
    case 'reviewing':
      return <ChooseStep flow={flow} choosing={choosing} />;
    case 'review':
    case 'approving':
      return <ReviewStep flow={flow} nowMs={nowMs} />;
    case 'tracking':
      return <ProgressStep flow={flow} />;
  }
}

/** None on the review step: the approval stands at the end of what is to be read. */
function footerOf(flow: OpenFlow, choosing: Choosing, close: () => void): ReactNode {
  switch (flow.at) {
    case 'choose':
    case 'reviewing':
      return <ReviewFooter flow={flow} choosing={choosing} onCancel={close} />;
    case 'review':
    case 'approving':
      return undefined;
    case 'tracking':
      return (
        <div className="flex items-center justify-between gap-3">
          <span className="text-sm text-muted">{trackingNote(flow.entry)}</span>
          <Button onClick={close}>Close</Button>
        </div>
      );
  }
}

function trackingNote(entry: JournalEntry | undefined): string {
  if (entry !== undefined && isSettled(entry.state, entry.final)) return 'Activity keeps it.';
  return 'It goes on without this panel; Activity has it.';
}
