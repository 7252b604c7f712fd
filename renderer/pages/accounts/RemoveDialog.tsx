import { type SubmitEvent, useId, useState } from 'react';
import { accountsChanged } from '../../api/accounts.ts';
import { api } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { CallError } from '../../features/accounts/CallError.tsx';
import { chooseAccount } from '../../stores/active-account.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import type { AccountDialogProps } from './AccountDialogs.tsx';

/** Takes the key off this computer. What it owns stays on the chain, out of reach without the words or an export. */
export function RemoveDialog({ account, onClose }: AccountDialogProps) {
  const id = useId();
  const [password, setPassword] = useState('');
  const [saved, setSaved] = useState(false);
  const remove = useCall((typed: string) => api.accounts.remove({ id: account.id, password: typed }));
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const outcome = await remove.run(password);
    setPassword('');
    if (!outcome.ok) return;
    chooseAccount('all');
    await accountsChanged();
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Remove ${account.label}?`}
      busy={remove.busy}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Keep it
          </Button>
          <Button look="danger" type="submit" form={id} busy={remove.busy} disabled={!saved || password === ''}>
            Remove the account
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <Banner tone="danger" title="The key is deleted from this computer">
          TAO and stake of this account stay on the chain, but without its words or an export nobody can ever move them.
        </Banner>
        <Checkbox label="I have its words or an export of it" checked={saved} onChange={setSaved} />
        <PasswordField label="Password" value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
        <CallError error={remove.error} />
      </form>
    </Dialog>
  );
}
