import { Ellipsis } from 'lucide-react';
import type { StakePosition } from '../../../shared/contract/index.ts';
import type { CapabilitySet } from '../../api/capabilities.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { actionsOf, type PositionAction } from './actions.ts';
import { nameOf } from './position-text.ts';

export interface ActionsCellProps {
  readonly position: StakePosition;
  readonly capabilities: CapabilitySet | undefined;
  readonly onAction: (action: PositionAction, position: StakePosition) => void;
}

/** Everything that can be done with one position. */
export function ActionsCell({ position, capabilities, onAction }: ActionsCellProps) {
  const label = `Actions for ${nameOf(position)}`;
  return (
    <Menu
      label={label}
      trigger={<IconButton icon={Ellipsis} label={label} size="sm" />}
      items={actionsOf(capabilities).map((action) => ({
        ...action,
        onSelect: () => onAction(action.id, position),
      }))}
    />
  );
}
