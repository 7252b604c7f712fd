import { dateValue } from '../../lib/time-text.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Grouping } from './group.ts';

export interface PositionsToolbarProps {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly grouping: Grouping;
  readonly onGrouping: (grouping: Grouping) => void;
  /** As the date box holds it; empty: since first seen. */
  readonly since: string;
  readonly onSince: (since: string) => void;
  readonly nowMs: number;
}

/** What of the positions is shown, and how. */
export function PositionsToolbar(props: PositionsToolbarProps) {
  return (
    <div className="grid grid-cols-[minmax(10rem,1fr)_9rem_auto] items-end gap-4 px-5 pb-4 max-[800px]:grid-cols-1">
      <TextField
        label="Search"
        placeholder="Validator, subnet, SN12 or address"
        value={props.search}
        onChange={(event) => props.onSearch(event.currentTarget.value)}
      />
      <Select
        label="Group by"
        value={props.grouping}
        options={[
          { value: 'none', label: 'Nothing' },
          { value: 'validator', label: 'Validator' },
          { value: 'subnet', label: 'Subnet' },
        ]}
        onChange={props.onGrouping}
      />
      <div className="flex items-end gap-2">
        <DateField label="Earned since" value={props.since} max={dateValue(props.nowMs)} onChange={props.onSince} />
        <Button look="quiet" disabled={props.since === ''} onClick={() => props.onSince('')}>
          First seen
        </Button>
      </div>
    </div>
  );
}
