import { useEffect } from 'react';
import { useAccounts, useActiveAccount } from '../../../api/accounts.ts';
import { editForm } from '../actions.ts';
import { withAccount } from '../model/edits.ts';
import type { Form } from '../model/form.ts';

/** Fills in the paying account when the caller named none: the one of the top bar, else the first. */
export function useDefaultAccount(form: Form): void {
  const active = useActiveAccount()?.address;
  const first = useAccounts().accounts?.[0]?.address;
  const address = active ?? first;
  useEffect(() => {
    if (form.from === '' && address !== undefined) editForm(withAccount(form, address));
  }, [form, address]);
}
