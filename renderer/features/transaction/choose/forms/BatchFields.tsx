import { Plus } from 'lucide-react';
import { MAX_BATCH } from '../../../../../shared/constants/batch.ts';
import { Button } from '../../../../ui/Button.tsx';
import type { BatchForm, StepForm } from '../../model/form.ts';
import { newStep } from '../../model/new-form.ts';
import type { FieldsProps } from '../fields/fields-props.ts';
import { useUsualTolerance } from '../use-usual-tolerance.ts';
import { DraftStep } from './DraftStep.tsx';
import { StepList } from './StepList.tsx';

/** Several operations of one account, all or none: those added so far, and the one being put together. */
export function BatchFields({ form, edit, quote }: FieldsProps<BatchForm>) {
  const { steps, draft, from } = form;
  const tolerance = useUsualTolerance();
  const setDraft = (next: StepForm | undefined): void => edit({ ...form, draft: next });
  return (
    <>
      <p className="text-sm text-muted">
        All operations happen in one block, in this order, or none of them does. Each one keeps to its own limit.
      </p>
      <StepList form={form} edit={edit} parts={quote?.parts ?? []} />
      {draft === undefined ? (
        <div>
          <Button
            icon={Plus}
            disabled={steps.length >= MAX_BATCH}
            onClick={() => setDraft(newStep('stake', from, tolerance))}
          >
            Add an operation
          </Button>
        </div>
      ) : (
        <DraftStep
          draft={draft}
          onChange={setDraft}
          onAdd={(step) => edit({ ...form, steps: [...steps, step], draft: undefined })}
        />
      )}
    </>
  );
}
