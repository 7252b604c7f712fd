import { Plus } from 'lucide-react';
import { Button } from '../../../ui/Button.tsx';
import { editForm } from '../actions.ts';
import type { Form, StepForm } from '../model/form.ts';
import { newStep } from '../model/new-form.ts';
import { toStep } from '../model/to-intent.ts';
import { useNetworkId } from '../use-network-id.ts';

const STEPS: ReadonlySet<string> = new Set(['stake', 'unstake', 'move', 'swap']);
const isStep = (form: Form): form is StepForm => STEPS.has(form.kind);

export interface AddAnotherProps {
  readonly form: Form;
  /** The runtime can do several operations at once. */
  readonly offered: boolean;
}

/** Makes the operation typed so far the first of several. */
export function AddAnother({ form, offered }: AddAnotherProps) {
  const network = useNetworkId();
  if (!offered || !isStep(form)) return null;
  const reading = toStep(form, network);
  if (!reading.ok) return null;
  return (
    <div>
      <Button
        size="sm"
        look="quiet"
        icon={Plus}
        className="-ml-3"
        onClick={() =>
          editForm({
            kind: 'batch',
            from: form.from,
            steps: [reading.intent],
            draft: newStep(form.kind, form.from, form.tolerance),
          })
        }
      >
        Add another operation
      </Button>
    </div>
  );
}
