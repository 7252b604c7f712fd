import type { ReactNode } from 'react';
import type { Netuid } from '../../../../../shared/units/index.ts';
import { Checkbox } from '../../../../ui/Checkbox.tsx';

export interface ChecklistRow {
  readonly netuid: Netuid;
  readonly label: string;
  readonly note?: ReactNode;
}

export interface SubnetChecklistProps {
  readonly legend: string;
  readonly rows: readonly ChecklistRow[];
  readonly value: readonly Netuid[];
  /** Most that may be chosen; the others cannot be ticked then. */
  readonly most?: number;
  readonly problem?: string | undefined;
  readonly onChange: (netuids: readonly Netuid[]) => void;
}

/** Some of several subnets. */
export function SubnetChecklist({ legend, rows, value, most, problem, onChange }: SubnetChecklistProps) {
  const full = most !== undefined && value.length >= most;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-sm font-semibold">{legend}</legend>
      <div className="flex max-h-80 flex-col gap-2.5 overflow-y-auto rounded-control border border-line px-3 py-3">
        {rows.map(({ netuid, label, note }) => {
          const checked = value.includes(netuid);
          return (
            <Checkbox
              key={netuid}
              label={label}
              hint={note}
              checked={checked}
              disabled={full && !checked}
              onChange={(check) => onChange(check ? [...value, netuid] : value.filter((one) => one !== netuid))}
            />
          );
        })}
      </div>
      <p aria-live="polite" className="mt-1.5 text-sm text-danger empty:hidden">
        {problem}
      </p>
    </fieldset>
  );
}
