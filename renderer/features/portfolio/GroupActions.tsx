import { Ellipsis, LogOut } from 'lucide-react';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { placeOf, validatorOf } from './position-text.ts';
import type { GroupRow } from './rows.ts';

/** Where an exit from everything is limited to; all of the account without it. */
export interface ExitScope {
  readonly from: string;
  readonly hotkey?: string;
  readonly netuid?: GroupRow['sample']['netuid'];
}

/** Out of a whole group at once; only where it belongs to one account. */
export function GroupActions({ group, onExit }: { group: GroupRow; onExit: (scope: ExitScope) => void }) {
  const { coldkey, by, sample } = group;
  if (coldkey === undefined) return null;
  const label = `Actions for ${by === 'subnet' ? placeOf(sample.netuid) : validatorOf(sample)}`;
  const scope = by === 'subnet' ? { netuid: sample.netuid } : { hotkey: sample.hotkey };
  return (
    <Menu
      label={label}
      trigger={<IconButton icon={Ellipsis} label={label} size="sm" />}
      items={[
        {
          id: 'exit',
          label: 'Unstake everything here',
          icon: LogOut,
          onSelect: () => onExit({ from: coldkey, ...scope }),
        },
      ]}
    />
  );
}
