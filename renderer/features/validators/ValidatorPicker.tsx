import { type ReactNode, useMemo, useState } from 'react';
import type { Subnet, ValidatorHere } from '../../../shared/contract/index.ts';
import { isRoot, type Netuid } from '../../../shared/units/index.ts';
import { useCapabilities } from '../../api/capabilities.ts';
import type { ChainList } from '../../api/directory.ts';
import { sentenceFor } from '../../copy/index.ts';
import { type AmountUnit, TAO } from '../../ui/Amount.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { VirtualTable } from '../../ui/VirtualTable.tsx';
import { CompareDialog } from './CompareDialog.tsx';
import { CompareTray } from './CompareTray.tsx';
import { validatorColumns } from './columns.tsx';
import { FiltersBar } from './FiltersBar.tsx';
import { toggleMark } from './model/compare.ts';
import { countText } from './model/figures-text.ts';
import { filterValidators, NO_FILTERS } from './model/filters.ts';
import { FIRST_SORTING, sortValidators } from './model/order.ts';
import { toggleFavourite, useFavourites } from './use-favourites.ts';
import { ValidatorPanel } from './ValidatorPanel.tsx';
import { ValidatorsSkeleton } from './ValidatorsSkeleton.tsx';

export interface ValidatorPickerProps {
  readonly title: string;
  readonly netuid: Netuid;
  readonly subnet: Subnet | undefined;
  readonly list: ChainList<ValidatorHere>;
  /** Beside the search: the subnet the validators are seen from. */
  readonly children?: ReactNode;
  readonly onStake: (validator: ValidatorHere) => void;
}

const ROW_HEIGHT = 62;
const HINT = 'The take is what a validator keeps of the dividends. Those without a permit earn nothing here.';
const ROOT_HINT = 'The take is what a validator keeps of the dividends. On root stake stays TAO, one to one.';

/** Every validator as it stands on a subnet: find, sort, compare, look closer, stake. */
export function ValidatorPicker({ title, netuid, list, children, ...rest }: ValidatorPickerProps) {
  const { items, blockNumber, error, retry } = list;
  return (
    <Card title={title} hint={isRoot(netuid) ? ROOT_HINT : HINT} flush>
      {items !== undefined && blockNumber !== undefined ? (
        <Contents
          key={netuid}
          validators={items}
          blockNumber={blockNumber}
          netuid={netuid}
          leading={children}
          {...rest}
        />
      ) : (
        <>
          {children === undefined ? null : <div className="max-w-70 px-5 pb-3">{children}</div>}
          {error === undefined ? (
            <ValidatorsSkeleton />
          ) : (
            <ErrorState {...sentenceFor(error)} action={<Button onClick={retry}>Try again</Button>} />
          )}
        </>
      )}
    </Card>
  );
}

interface ContentsProps extends Pick<ValidatorPickerProps, 'netuid' | 'subnet' | 'onStake'> {
  readonly validators: readonly ValidatorHere[];
  readonly blockNumber: number;
  readonly leading: ReactNode;
}

function Contents({ validators, blockNumber, leading, netuid, subnet, onStake }: ContentsProps) {
  const [filters, setFilters] = useState(NO_FILTERS);
  const [sorting, setSorting] = useState(FIRST_SORTING);
  const [marked, setMarked] = useState<readonly string[]>([]);
  const [comparing, setComparing] = useState(false);
  const [opened, setOpened] = useState<string>();
  const favourites = useFavourites();
  const can = useCapabilities();
  const epochDividends = can?.['epochDividends'] ?? true;
  const rootClaims = can?.['rootClaims'] ?? true;
  const symbol = subnet?.symbol;
  const unit = useMemo<AmountUnit>(
    () => (isRoot(netuid) ? TAO : { kind: 'alpha', netuid, symbol: symbol ?? 'α' }),
    [netuid, symbol],
  );
  const rows = useMemo(
    () => sortValidators(filterValidators(validators, filters, { blockNumber, favourites }), sorting),
    [validators, filters, blockNumber, favourites, sorting],
  );
  const columns = useMemo(
    () =>
      validatorColumns({
        netuid,
        unit,
        blockNumber,
        can: { epochDividends, rootClaims },
        favourites,
        marked,
        sorting,
        onSorting: setSorting,
        onFavourite: ({ hotkey }) => void toggleFavourite(hotkey),
        onMark: ({ hotkey }) => setMarked((before) => toggleMark(before, hotkey)),
        onOpen: ({ hotkey }) => setOpened(hotkey),
        onStake: (validator) => {
          setOpened(undefined);
          onStake(validator);
        },
      }),
    [netuid, unit, blockNumber, epochDividends, rootClaims, favourites, marked, sorting, onStake],
  );
  const byHotkey = (hotkey: string): readonly ValidatorHere[] => validators.filter((one) => one.hotkey === hotkey);
  const markedRows = marked.flatMap(byHotkey);
  const openedRow = opened === undefined ? undefined : byHotkey(opened)[0];
  const stakeWith = (validator: ValidatorHere): void => {
    setComparing(false);
    setOpened(undefined);
    onStake(validator);
  };
  return (
    <>
      <div className="px-5 pb-4">
        <FiltersBar
          leading={leading}
          filters={filters}
          onFilters={setFilters}
          sorting={sorting}
          onSorting={setSorting}
        />
      </div>
      {markedRows.length === 0 ? null : (
        <CompareTray marked={markedRows} onCompare={() => setComparing(true)} onClear={() => setMarked([])} />
      )}
      <div className="border-t border-line">
        <VirtualTable
          caption="Validators"
          columns={columns}
          rows={rows}
          keyOf={({ hotkey }) => hotkey}
          rowHeight={ROW_HEIGHT}
          frameClass="@container max-h-[70dvh] min-h-40"
          tableClass="min-w-[45rem]"
          empty={
            <EmptyState
              title={validators.length === 0 ? 'No validators yet' : 'No validator fits'}
              action={
                validators.length === 0 ? undefined : (
                  <Button onClick={() => setFilters(NO_FILTERS)}>Clear the filters</Button>
                )
              }
            >
              {validators.length === 0
                ? 'A hotkey that takes stake from others will stand here. This chain has none.'
                : 'Search and filters together leave nobody.'}
            </EmptyState>
          }
        />
      </div>
      <p role="status" className="border-t border-line px-5 py-2 text-xs text-muted">
        {`${countText(rows.length)} of ${countText(validators.length)} validators`}
      </p>
      <CompareDialog
        open={comparing && markedRows.length > 1}
        onClose={() => setComparing(false)}
        validators={markedRows}
        netuid={netuid}
        unit={unit}
        blockNumber={blockNumber}
        onStake={stakeWith}
      />
      {openedRow === undefined ? null : (
        <ValidatorPanel
          key={openedRow.hotkey}
          validator={openedRow}
          netuid={netuid}
          unit={unit}
          blockNumber={blockNumber}
          can={{ epochDividends, rootClaims }}
          onClose={() => setOpened(undefined)}
          onStake={stakeWith}
        />
      )}
    </>
  );
}
