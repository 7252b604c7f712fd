import { ChevronDown, UsersRound } from 'lucide-react';
import { useAccounts, useActiveAccount } from '../api/accounts.ts';
import { shortAddress } from '../lib/address-text.ts';
import { chooseAccount } from '../stores/active-account.ts';
import { Icon } from '../ui/Icon.tsx';
import { Identicon } from '../ui/Identicon.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';

/** Whose balances are shown: one account, or all of them. */
export function AccountSwitcher() {
  const { accounts } = useAccounts();
  const active = useActiveAccount();
  if (accounts === undefined) return <Skeleton className="h-8 w-40" />;
  const shown = active ?? (accounts.length === 1 ? accounts[0] : undefined);
  const all = accounts.length > 1 ? [{ id: 'all', label: 'All accounts', icon: UsersRound }] : [];
  return (
    <Menu
      label="Accounts"
      align="start"
      trigger={
        <button
          type="button"
          className="flex min-w-0 items-center gap-2.5 rounded-control py-1.5 pr-2 pl-1.5 transition-colors hover:bg-hover"
        >
          {shown === undefined ? (
            <span className="inline-flex size-7 items-center justify-center rounded-full bg-accent-soft text-accent">
              <Icon icon={UsersRound} />
            </span>
          ) : (
            <Identicon address={shown.address} />
          )}
          <span className="sr-only">Account: </span>
          <span className="max-w-72 truncate font-semibold">{shown?.label ?? 'All accounts'}</span>
          {shown === undefined ? null : (
            <span className="font-mono text-xs text-muted max-[1100px]:hidden">{shortAddress(shown.address)}</span>
          )}
          <Icon icon={ChevronDown} className="text-muted" />
        </button>
      }
      items={[
        ...all.map((item) => ({ ...item, checked: active === undefined, onSelect: () => chooseAccount('all') })),
        ...accounts.map((account) => ({
          id: account.id,
          label: (
            <span className="flex items-center gap-2.5">
              <Identicon address={account.address} size={22} />
              <span className="max-w-56 truncate font-medium">{account.label}</span>
              <span className="font-mono text-xs text-muted">{shortAddress(account.address)}</span>
            </span>
          ),
          checked: account.id === shown?.id,
          onSelect: () => chooseAccount(account.id),
        })),
      ]}
    />
  );
}
