import { Plus, UsersRound } from 'lucide-react';
import { useState } from 'react';
import type { Account } from '../../../shared/contract/index.ts';
import { useAccounts } from '../../api/accounts.ts';
import { sentenceFor } from '../../copy/index.ts';
import { AddAccount } from '../../features/accounts/AddAccount.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { showToast } from '../../ui/toasts.ts';
import { AccountDialogs, type AccountTask } from './AccountDialogs.tsx';
import { AccountRow } from './AccountRow.tsx';

/** All accounts of the vault, and everything one can do with one. */
export function AccountsPage() {
  const { accounts, error, retry } = useAccounts();
  const [adding, setAdding] = useState(false);
  const [task, setTask] = useState<AccountTask>();
  const add = (
    <Button look="primary" icon={Plus} onClick={() => setAdding(true)}>
      Add an account
    </Button>
  );
  const added = (account: Account): void => {
    setAdding(false);
    showToast('success', `${account.label} was added`);
  };
  return (
    <>
      <PageHeader title="Accounts" note="Coldkeys: the keys that own your TAO and your stake." actions={add} />
      <Card flush>
        {accounts === undefined && error === undefined ? <AccountsSkeleton /> : null}
        {error === undefined ? null : (
          <ErrorState
            title={sentenceFor(error).title}
            detail={sentenceFor(error).detail}
            action={<Button onClick={retry}>Try again</Button>}
          />
        )}
        {accounts?.length === 0 ? (
          <EmptyState icon={UsersRound} title="No accounts" action={add}>
            This vault is open but holds no key. Create an account, or import one from its words.
          </EmptyState>
        ) : null}
        <ul className="divide-y divide-line">
          {accounts?.map((account) => (
            <AccountRow key={account.id} account={account} onTask={(kind) => setTask({ kind, account })} />
          ))}
        </ul>
      </Card>
      <Dialog open={adding} onClose={() => setAdding(false)} title="Add an account" width="lg" sticky>
        <AddAccount needsPassword={false} onAdded={added} />
      </Dialog>
      <AccountDialogs task={task} onClose={() => setTask(undefined)} />
    </>
  );
}

function AccountsSkeleton() {
  return (
    <Loading label="Reading accounts">
      <div className="flex items-center gap-4 px-5 py-4">
        <Skeleton className="size-11 rounded-full" />
        <div className="flex flex-col gap-2">
          <Skeleton className="h-4 w-40" />
          <Skeleton className="h-4 w-96" />
        </div>
      </div>
    </Loading>
  );
}
