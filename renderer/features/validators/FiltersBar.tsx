import type { ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Select, type SelectOption } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { mostTakeProblem, type ValidatorFilters } from './model/filters.ts';
import { type Sorting, usualSorting, type ValidatorOrder } from './model/order.ts';

export interface FiltersBarProps {
  /** Stands first: the subnet the validators are seen from. */
  readonly leading?: ReactNode;
  readonly filters: ValidatorFilters;
  readonly onFilters: (filters: ValidatorFilters) => void;
  readonly sorting: Sorting;
  readonly onSorting: (sorting: Sorting) => void;
}

const ORDER_OPTIONS: readonly SelectOption<ValidatorOrder>[] = [
  { value: 'stakeHere', label: 'Stake here' },
  { value: 'totalSpot', label: 'Stake in total' },
  { value: 'yield', label: 'Measured yield' },
  { value: 'take', label: 'Take' },
  { value: 'dividends', label: 'Dividends' },
  { value: 'nominators', label: 'Nominators' },
  { value: 'lastUpdate', label: 'Last update' },
  { value: 'subnets', label: 'Subnets served' },
  { value: 'name', label: 'Name' },
];

/** Search, filters and order of the validators. */
export function FiltersBar({ leading, filters, onFilters, sorting, onSorting }: FiltersBarProps) {
  const change = (patch: Partial<ValidatorFilters>): void => onFilters({ ...filters, ...patch });
  return (
    <div className="flex flex-col gap-3">
      <div
        className={cx(
          'grid gap-3',
          leading === undefined
            ? 'grid-cols-[minmax(0,1fr)_9rem_11rem]'
            : 'grid-cols-[minmax(0,15rem)_minmax(0,1fr)_7.5rem_10rem]',
        )}
      >
        {leading}
        <TextField
          label="Search validators"
          placeholder="Name or address"
          value={filters.search}
          onChange={(event) => change({ search: event.currentTarget.value })}
        />
        <TextField
          label="Take at most"
          inputMode="decimal"
          suffix="%"
          placeholder="Any"
          value={filters.mostTake}
          error={mostTakeProblem(filters.mostTake)}
          onChange={(event) => change({ mostTake: event.currentTarget.value })}
        />
        <Select
          label="Sort by"
          value={sorting.by}
          options={ORDER_OPTIONS}
          onChange={(by) => onSorting(usualSorting(by))}
        />
      </div>
      <div className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
        <Checkbox label="Active here" checked={filters.activeHere} onChange={(activeHere) => change({ activeHere })} />
        <Checkbox
          label="Has an identity"
          checked={filters.hasIdentity}
          onChange={(hasIdentity) => change({ hasIdentity })}
        />
        <Checkbox label="Favourites" checked={filters.favourites} onChange={(favourites) => change({ favourites })} />
      </div>
    </div>
  );
}
