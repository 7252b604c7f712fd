import { type SubmitEvent, useId, useState } from 'react';
import { api } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { CallError } from '../../features/accounts/CallError.tsx';
import { WordsGrid } from '../../features/accounts/WordsGrid.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import type { AccountDialogProps } from './AccountDialogs.tsx';

/** The words of an account, after the password, until the dialog is closed. */
export function RevealDialog({ account, onClose }: AccountDialogProps) {
  const id = useId();
  const [password, setPassword] = useState('');
  const [words, setWords] = useState<readonly string[]>();
  const reveal = useCall((typed: string) => api.accounts.revealMnemonic({ id: account.id, password: typed }));
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const outcome = await reveal.run(password);
    setPassword('');
    if (outcome.ok) setWords(outcome.value.mnemonic.split(' '));
  };
  if (words !== undefined) {
    return (
      <Dialog
        open
        sticky
        width="md"
        onClose={onClose}
        title={`Recovery words of ${account.label}`}
        actions={
          <Button look="primary" onClick={onClose}>
            Hide the words
          </Button>
        }
      >
        <WordsGrid words={words} />
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Show the words of ${account.label}`}
      busy={reveal.busy}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" form={id} busy={reveal.busy} disabled={password === ''}>
            Show the words
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <Banner tone="attention" title="Whoever sees the words has the money">
          Look that nobody is looking with you and that no screen is being shared.
        </Banner>
        <PasswordField label="Password" value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
        <CallError error={reveal.error} />
      </form>
    </Dialog>
  );
}
