import { type SubmitEvent, useId, useState } from 'react';
import { accountsChanged } from '../../api/accounts.ts';
import { api } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { CallError } from '../../features/accounts/CallError.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { AccountDialogProps } from './AccountDialogs.tsx';

/** Another name for an account; known only here. */
export function RenameDialog({ account, onClose }: AccountDialogProps) {
  const id = useId();
  const [label, setLabel] = useState(account.label);
  const rename = useCall((next: string) => api.accounts.rename({ id: account.id, label: next }));
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const outcome = await rename.run(label.trim());
    if (!outcome.ok) return;
    await accountsChanged();
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Rename account"
      busy={rename.busy}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" form={id} busy={rename.busy} disabled={label.trim() === ''}>
            Rename
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <TextField
          label="Account name"
          maxLength={64}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <CallError error={rename.error} />
      </form>
    </Dialog>
  );
}
