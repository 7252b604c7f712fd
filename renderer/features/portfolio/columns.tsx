import type { StakePosition } from '../../../shared/contract/index.ts';
import { isRoot } from '../../../shared/units/index.ts';
import type { CapabilitySet } from '../../api/capabilities.ts';
import { Amount, TAO } from '../../ui/Amount.tsx';
import type { Column } from '../../ui/table-column.ts';
import { ActionsCell } from './ActionsCell.tsx';
import type { PositionAction } from './actions.ts';
import { EarnedCell } from './EarnedCell.tsx';
import { ExitCell } from './ExitCell.tsx';
import { type ExitScope, GroupActions } from './GroupActions.tsx';
import { GroupExitCell, GroupName } from './GroupCells.tsx';
import type { Sort, SortKey } from './order.ts';
import { nameOf, unitOf } from './position-text.ts';
import type { Row } from './rows.ts';
import { StakedCell } from './StakedCell.tsx';
import { SubnetLines } from './SubnetLines.tsx';
import { ValidatorCell } from './ValidatorCell.tsx';

export interface ColumnWiring {
  readonly capabilities: CapabilitySet | undefined;
  readonly sort: Sort;
  readonly onSort: (by: SortKey) => void;
  readonly allSelected: boolean;
  readonly onSelectAll: (selected: boolean) => void;
  readonly onSelect: (key: string, selected: boolean) => void;
  readonly onToggleGroup: (key: string) => void;
  readonly onAction: (action: PositionAction, position: StakePosition) => void;
  readonly onExit: (scope: ExitScope) => void;
}

/** Left out of narrow frames, where other cells say the same in a second line. */
const WIDE_ONLY = '@max-[55rem]:hidden';

/** The columns of the positions. Make them once for as long as nothing of the wiring changes. */
export function positionColumns(wiring: ColumnWiring): readonly Column<Row>[] {
  const { capabilities, sort } = wiring;
  const quotes = capabilities?.['quotes'];
  const sortable = (by: SortKey): Pick<Column<Row>, 'id' | 'onSort' | 'sorted'> => ({
    id: by,
    onSort: () => wiring.onSort(by),
    sorted: sort.by === by ? (sort.down ? 'descending' : 'ascending') : undefined,
  });
  return [
    {
      id: 'select',
      header: (
        <input
          type="checkbox"
          aria-label="Select all positions shown"
          checked={wiring.allSelected}
          onChange={(event) => wiring.onSelectAll(event.currentTarget.checked)}
          className="size-4 align-middle accent-accent-fill"
        />
      ),
      width: 'w-11',
      cell: (row) =>
        row.kind === 'group' ? null : (
          <input
            type="checkbox"
            aria-label={`Select ${nameOf(row.position)}`}
            checked={row.selected}
            onChange={(event) => wiring.onSelect(row.key, event.currentTarget.checked)}
            className="size-4 align-middle accent-accent-fill"
          />
        ),
    },
    {
      ...sortable('validator'),
      header: 'Validator',
      rowHeader: true,
      cell: (row) =>
        row.kind === 'group' ? <GroupName group={row} onToggle={wiring.onToggleGroup} /> : <ValidatorCell row={row} />,
    },
    {
      ...sortable('subnet'),
      header: 'Subnet',
      width: 'w-26',
      className: WIDE_ONLY,
      cell: (row) => (row.kind === 'group' ? null : <SubnetLines position={row.position} />),
    },
    {
      ...sortable('staked'),
      header: 'Staked',
      figures: true,
      width: 'w-36',
      cell: (row) =>
        row.kind === 'position' ? (
          <StakedCell row={row} />
        ) : row.alpha === undefined ? null : (
          <Amount value={row.alpha} unit={unitOf(row.sample)} />
        ),
    },
    {
      ...sortable('price'),
      header: 'Price',
      figures: true,
      width: 'w-22',
      className: WIDE_ONLY,
      cell: (row) => {
        if (row.kind === 'group' && row.by === 'validator') return null;
        const { netuid, price } = row.kind === 'group' ? row.sample : row.position;
        return isRoot(netuid) ? <span className="text-muted">1:1</span> : <Amount value={price} unit={TAO} always />;
      },
    },
    {
      ...sortable('spot'),
      header: 'At spot',
      figures: true,
      width: 'w-27',
      cell: (row) => <Amount value={row.kind === 'group' ? row.spot : row.position.spotValue} unit={TAO} />,
    },
    {
      ...sortable('exit'),
      header: 'If sold now',
      figures: true,
      width: 'w-36',
      cell: (row) =>
        row.kind === 'group' ? (
          <GroupExitCell group={row} quotes={quotes} />
        ) : (
          <ExitCell exit={row.position.exit} spot={row.position.spotValue} exitBlock={row.exitBlock} quotes={quotes} />
        ),
    },
    {
      ...sortable('earned'),
      header: 'Earned',
      figures: true,
      width: 'w-33',
      cell: (row) => (row.kind === 'group' ? null : <EarnedCell row={row} />),
    },
    {
      id: 'actions',
      header: 'Actions',
      headerHidden: true,
      width: 'w-14',
      className: 'text-right',
      cell: (row) =>
        row.kind === 'group' ? (
          capabilities?.['atomicBatch'] === true ? (
            <GroupActions group={row} onExit={wiring.onExit} />
          ) : null
        ) : (
          <ActionsCell position={row.position} capabilities={capabilities} onAction={wiring.onAction} />
        ),
    },
  ];
}
