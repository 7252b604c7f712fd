import { Ellipsis, Eye, FileDown, Pencil, Trash2 } from 'lucide-react';
import type { Account } from '../../../shared/contract/index.ts';
import { usePortfolio } from '../../stores/portfolio.ts';
import { AddressText } from '../../ui/AddressText.tsx';
import { Amount, TAO } from '../../ui/Amount.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Identicon } from '../../ui/Identicon.tsx';
import { Menu } from '../../ui/Menu.tsx';
import type { AccountTask } from './AccountDialogs.tsx';

export interface AccountRowProps {
  readonly account: Account;
  readonly onTask: (kind: AccountTask['kind']) => void;
}

/** One account: name, whole address, free balance, what can be done. */
export function AccountRow({ account, onTask }: AccountRowProps) {
  const balance = usePortfolio().portfolio?.balances.find((entry) => entry.address === account.address);
  return (
    <li className="flex items-center gap-4 px-5 py-4">
      <Identicon address={account.address} size={44} />
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2.5">
          <span className="truncate font-semibold">{account.label}</span>
          {account.cryptoType === 'sr25519' ? null : <Badge>{account.cryptoType}</Badge>}
        </p>
        <AddressText address={account.address} full copy />
      </div>
      {balance === undefined ? null : (
        <div className="text-right">
          <p className="text-xs text-muted">Free</p>
          <Amount value={balance.free} unit={TAO} />
        </div>
      )}
      <Menu
        label={`Actions for ${account.label}`}
        trigger={<IconButton icon={Ellipsis} label={`Actions for ${account.label}`} />}
        items={[
          { id: 'rename', label: 'Rename', icon: Pencil, onSelect: () => onTask('rename') },
          {
            id: 'reveal',
            label: account.hasMnemonic ? 'Show recovery words' : 'No words kept for this account',
            icon: Eye,
            disabled: !account.hasMnemonic,
            onSelect: () => onTask('reveal'),
          },
          { id: 'export', label: 'Export as JSON', icon: FileDown, onSelect: () => onTask('export') },
          { id: 'remove', label: 'Remove', icon: Trash2, danger: true, onSelect: () => onTask('remove') },
        ]}
      />
    </li>
  );
}
