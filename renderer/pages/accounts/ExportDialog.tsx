import { type SubmitEvent, useId, useState } from 'react';
import { api } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { CallError } from '../../features/accounts/CallError.tsx';
import { NewPasswordFields } from '../../features/accounts/NewPasswordFields.tsx';
import { useNewPassword } from '../../features/accounts/use-new-password.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import type { AccountDialogProps } from './AccountDialogs.tsx';
import { ExportedFile } from './ExportedFile.tsx';

/** The account as a polkadot-js file, locked with a password of its own. */
export function ExportDialog({ account, onClose }: AccountDialogProps) {
  const id = useId();
  const [password, setPassword] = useState('');
  const [file, setFile] = useState<{ readonly fileName: string; readonly json: string }>();
  const choice = useNewPassword();
  const call = useCall((own: string, exportPassword: string) =>
    api.accounts.exportJson({ id: account.id, password: own, exportPassword }),
  );
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!(await choice.check())) return;
    const outcome = await call.run(password, choice.password);
    setPassword('');
    if (outcome.ok) setFile(outcome.value);
  };
  if (file !== undefined) return <ExportedFile file={file} onClose={onClose} />;
  return (
    <Dialog
      open
      sticky
      width="md"
      onClose={onClose}
      title={`Export ${account.label}`}
      busy={call.busy}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" form={id} busy={call.busy} disabled={password === ''}>
            Export
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
        <p className="text-muted">
          A JSON file that Soma, polkadot-js and other wallets can import. It holds the key, locked with the password
          you choose here; it does not hold the words.
        </p>
        <PasswordField
          label="Soma password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <NewPasswordFields choice={choice} label="File password" hint="Needed wherever the file is imported." />
        <CallError error={call.error} />
      </form>
    </Dialog>
  );
}
