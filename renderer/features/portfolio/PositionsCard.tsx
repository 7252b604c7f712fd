import { LogOut } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { StakePosition, StakeStep } from '../../../shared/contract/index.ts';
import type { Ppm } from '../../../shared/units/index.ts';
import type { CapabilitySet } from '../../api/capabilities.ts';
import { useDirectory } from '../../api/directory.ts';
import { useEarnedSince } from '../../api/value-history.ts';
import { sentenceFor } from '../../copy/index.ts';
import { dayStartMs } from '../../lib/time-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { VirtualTable } from '../../ui/VirtualTable.tsx';
import type { PositionAction } from './actions.ts';
import { positionColumns } from './columns.tsx';
import type { ExitScope } from './GroupActions.tsx';
import { type Grouping, groupRows } from './group.ts';
import { FIRST_SORT, nextSort, sortPositions } from './order.ts';
import { PositionsToolbar } from './PositionsToolbar.tsx';
import { keyOfRow, newRowKeeper, positionRows, type Row } from './rows.ts';
import { SelectionBar } from './SelectionBar.tsx';
import type { Scope } from './scope.ts';
import { searchRows } from './search.ts';
import { batchOf } from './selection.ts';
import { toggled } from './toggled.ts';

export interface PositionsCardProps {
  readonly scope: Scope;
  readonly blockNumber: number;
  readonly nowMs: number;
  readonly capabilities: CapabilitySet | undefined;
  /** The usual tolerance, for the batch of selected positions. */
  readonly tolerance: Ppm;
  /** Keep these the same while nothing changes, or every row is drawn again. */
  readonly onAction: (action: PositionAction, position: StakePosition) => void;
  readonly onExit: (scope: ExitScope) => void;
  readonly onBatch: (from: string, steps: readonly StakeStep[]) => void;
}

const ROW_HEIGHT = 56;
const NONE: ReadonlySet<string> = new Set();
const rowClass = (row: Row): string => (row.kind === 'group' ? 'bg-sunken' : '');

/** Every stake position: who with, where, how much, what it is worth, what it would pay, and what it earned. */
export function PositionsCard(props: PositionsCardProps) {
  const { scope, blockNumber, nowMs, capabilities, tolerance, onAction, onExit, onBatch } = props;
  const { positions, locks, exits, balances } = scope;
  const directory = useDirectory();
  const [search, setSearch] = useState('');
  const [grouping, setGrouping] = useState<Grouping>('none');
  const [since, setSince] = useState('');
  const [sort, setSort] = useState(FIRST_SORT);
  const [selected, setSelected] = useState(NONE);
  const [closed, setClosed] = useState(NONE);
  const [keepRows] = useState(newRowKeeper);
  const sinceMs = dayStartMs(since);
  const { earned, error } = useEarnedSince(sinceMs);
  const several = balances.length > 1;

  const all = useMemo(
    () =>
      positionRows({
        positions,
        locks,
        blockNumber,
        ownerOf: several ? (coldkey) => directory.account(coldkey)?.label : undefined,
        earnedSince: sinceMs === undefined ? undefined : (earned ?? new Map()),
        selected,
      }),
    [positions, locks, blockNumber, several, directory, sinceMs, earned, selected],
  );
  const found = useMemo(() => sortPositions(searchRows(all, search), sort), [all, search, sort]);
  const rows = useMemo(
    () => keepRows(groupRows(found, grouping, { exits, positions, closed, sort })),
    [keepRows, found, grouping, exits, positions, closed, sort],
  );
  const chosen = all.filter((row) => row.selected).map(({ position }) => position);
  const wish = batchOf(chosen, tolerance);
  const allSelected = found.length > 0 && found.every((row) => row.selected);
  // as one text: the columns then stay the same while the same positions are shown, block after block
  const shownKeys = found.map(({ key }) => key).join(' ');
  const columns = useMemo(
    () =>
      positionColumns({
        capabilities,
        sort,
        allSelected,
        onSort: (by) => setSort((now) => nextSort(now, by)),
        onSelect: (key, on) => setSelected((now) => toggled(now, [key], on)),
        onSelectAll: (on) => setSelected((now) => toggled(now, shownKeys.split(' '), on)),
        onToggleGroup: (key) => setClosed((now) => toggled(now, [key], !now.has(key))),
        onAction,
        onExit,
      }),
    [capabilities, sort, allSelected, shownKeys, onAction, onExit],
  );
  const owners = new Set(positions.map(({ coldkey }) => coldkey));
  const [owner] = owners;
  return (
    <Card
      title="Stake positions"
      hint={positions.length === 0 ? undefined : countText(positions.length, found.length, capabilities?.['quotes'])}
      flush
      actions={
        owner !== undefined && owners.size === 1 && capabilities?.['atomicBatch'] === true ? (
          <Button size="sm" icon={LogOut} onClick={() => onExit({ from: owner })}>
            Unstake everything
          </Button>
        ) : undefined
      }
    >
      {positions.length === 0 ? null : (
        <PositionsToolbar
          search={search}
          onSearch={setSearch}
          grouping={grouping}
          onGrouping={setGrouping}
          since={since}
          onSince={setSince}
          nowMs={nowMs}
        />
      )}
      {error === undefined ? null : (
        <div className="px-5 pb-4">
          <Banner tone="attention" title={sentenceFor(error).title}>
            {sentenceFor(error).detail}
          </Banner>
        </div>
      )}
      <div className="@container">
        <VirtualTable
          caption="Stake positions"
          columns={columns}
          rows={rows}
          keyOf={keyOfRow}
          rowHeight={ROW_HEIGHT}
          rowClass={rowClass}
          frameClass="max-h-[85dvh] rounded-b-card"
          tableClass="min-w-188"
          empty={positions.length === 0 ? <NoStake /> : <NothingFound />}
        />
      </div>
      {chosen.length === 0 ? null : (
        <SelectionBar
          selected={chosen}
          wish={wish}
          atomicBatch={capabilities?.['atomicBatch']}
          onUnstake={() => {
            if (wish.ok) onBatch(wish.from, wish.steps);
          }}
          onClear={() => setSelected(NONE)}
        />
      )}
    </Card>
  );
}

function countText(all: number, found: number, quotes: boolean | undefined): string {
  const count = all === found ? `${all} ${all === 1 ? 'position' : 'positions'}.` : `${found} of ${all} positions.`;
  return quotes === false
    ? `${count} Spot ignores fees and price impact, and this runtime cannot simulate what a sale would pay.`
    : `${count} Spot ignores fees and price impact; "if sold now" is each position sold alone, as the runtime simulates it.`;
}

function NoStake() {
  return (
    <EmptyState title="No stake yet">
      Stake is TAO put behind a validator, on root or on a subnet. Each position will stand here with its value.
    </EmptyState>
  );
}

function NothingFound() {
  return (
    <EmptyState title="No position matches">
      Search for a part of a name or an address, or for SN and a number.
    </EmptyState>
  );
}
