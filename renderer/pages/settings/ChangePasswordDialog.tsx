import { type SubmitEvent, useId, useState } from 'react';
import { api } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { CallError } from '../../features/accounts/CallError.tsx';
import { NewPasswordFields } from '../../features/accounts/NewPasswordFields.tsx';
import { useNewPassword } from '../../features/accounts/use-new-password.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { showToast } from '../../ui/toasts.ts';

/** Another password for the same keys. */
export function ChangePasswordDialog({ onClose }: { onClose: () => void }) {
  const id = useId();
  const [oldPassword, setOldPassword] = useState('');
  const choice = useNewPassword();
  const change = useCall((before: string, after: string) =>
    api.accounts.changePassword({ oldPassword: before, newPassword: after }),
  );
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!(await choice.check())) return;
    const outcome = await change.run(oldPassword, choice.password);
    if (!outcome.ok) return;
    showToast('success', 'The password was changed');
    onClose();
  };
  return (
    <Dialog
      open
      sticky
      onClose={onClose}
      title="Change the password"
      busy={change.busy}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" form={id} busy={change.busy} disabled={oldPassword === ''}>
            Change it
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
        <PasswordField
          label="Present password"
          value={oldPassword}
          onChange={(event) => setOldPassword(event.currentTarget.value)}
        />
        <NewPasswordFields choice={choice} label="New password" />
        <CallError error={change.error} />
      </form>
    </Dialog>
  );
}
