import { type SubmitEvent, useState } from 'react';
import type { AppErrorShape } from '../../../shared/errors/index.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { CallError } from './CallError.tsx';
import { NewPasswordFields } from './NewPasswordFields.tsx';
import { StepTitle } from './StepTitle.tsx';
import { useNewPassword } from './use-new-password.ts';

export interface NamedAccount {
  readonly label: string;
  /** Absent when the vault has one already. */
  readonly password: string | undefined;
}

export interface NameAndPasswordProps {
  readonly needsPassword: boolean;
  readonly submitLabel: string;
  readonly busy: boolean;
  readonly error: AppErrorShape | undefined;
  readonly onBack: () => void;
  readonly onSubmit: (named: NamedAccount) => void;
}

/** The last step of a new account: its name, and the vault's password when there is no vault yet. */
export function NameAndPassword({ needsPassword, submitLabel, busy, error, onBack, onSubmit }: NameAndPasswordProps) {
  const [label, setLabel] = useState('');
  const [labelMissing, setLabelMissing] = useState(false);
  const choice = useNewPassword();

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const named = label.trim() !== '';
    setLabelMissing(!named);
    const strong = !needsPassword || (await choice.check());
    if (named && strong) onSubmit({ label: label.trim(), password: needsPassword ? choice.password : undefined });
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-6">
      <StepTitle title={needsPassword ? 'Name it and lock it' : 'Name the account'}>
        {needsPassword
          ? 'The password locks the keys on this computer. It cannot be reset; if it is lost, the words bring the account back.'
          : 'The name is for you alone and can be changed at any time.'}
      </StepTitle>
      <TextField
        label="Account name"
        maxLength={64}
        placeholder="Savings"
        value={label}
        error={labelMissing ? 'Give the account a name.' : undefined}
        onChange={(event) => {
          setLabel(event.currentTarget.value);
          setLabelMissing(false);
        }}
      />
      {needsPassword ? (
        <NewPasswordFields choice={choice} hint="12 characters or more, or fewer that are hard to guess." />
      ) : null}
      <CallError error={error} />
      <div className="flex justify-between gap-3">
        <Button look="quiet" className="-ml-4" onClick={onBack} disabled={busy}>
          Back
        </Button>
        <Button look="primary" type="submit" busy={busy}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}
