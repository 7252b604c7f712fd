import type { ReactElement } from 'react';
import type { StakeStep } from '../../../../../shared/contract/index.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Select } from '../../../../ui/Select.tsx';
import { FORM_TITLES, type StepForm } from '../../model/form.ts';
import { newStep } from '../../model/new-form.ts';
import type { FormProblems } from '../../model/read/problems.ts';
import { toStep } from '../../model/to-intent.ts';
import { useNetworkId } from '../../use-network-id.ts';
import type { FieldsProps } from '../fields/fields-props.ts';
import { STEP_FIELDS } from '../step-fields.tsx';

export interface DraftStepProps {
  readonly draft: StepForm;
  readonly onChange: (draft: StepForm | undefined) => void;
  readonly onAdd: (step: StakeStep) => void;
}

const KINDS = (['stake', 'unstake', 'move', 'swap'] as const).map((value) => ({ value, label: FORM_TITLES[value] }));
const NO_PROBLEMS: FormProblems = { sentences: {}, missing: [] };

/** The operation being put together. It counts only once it is in the list. */
export function DraftStep({ draft, onChange, onAdd }: DraftStepProps) {
  const reading = toStep(draft, useNetworkId());
  // the table pairs every kind with the fields of that kind, which an indexed component cannot show
  const StepFields = STEP_FIELDS[draft.kind] as (props: FieldsProps<StepForm>) => ReactElement;
  return (
    <fieldset className="flex min-w-0 flex-col gap-4 rounded-card border border-line px-4 pt-2 pb-4">
      <legend className="px-1 text-sm font-semibold">New operation</legend>
      <Select<StepForm['kind']>
        label="Operation"
        value={draft.kind}
        options={KINDS}
        onChange={(kind) => onChange(newStep(kind, draft.from, draft.tolerance))}
      />
      <StepFields
        key={draft.kind}
        form={draft}
        edit={onChange}
        problems={reading.ok ? NO_PROBLEMS : reading.problems}
        quote={undefined}
        findings={[]}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button
          disabled={!reading.ok}
          onClick={() => {
            if (reading.ok) onAdd(reading.intent);
          }}
        >
          Add to the list
        </Button>
        <Button look="quiet" onClick={() => onChange(undefined)}>
          Discard it
        </Button>
      </div>
      <p className="text-sm text-muted">It is quoted once it is in the list. The review needs it added or discarded.</p>
    </fieldset>
  );
}
