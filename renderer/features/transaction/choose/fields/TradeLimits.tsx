import { Checkbox } from '../../../../ui/Checkbox.tsx';
import { TextField } from '../../../../ui/TextField.tsx';
import type { FormProblems } from '../../model/read/problems.ts';

export interface TradeLimitsProps {
  readonly tolerance: string;
  readonly problems: FormProblems;
  readonly onTolerance: (text: string) => void;
  /** Absent where the operation knows no partial fill. */
  readonly partial?: { readonly allow: boolean; readonly onChange: (allow: boolean) => void };
}

/** How far the price may move before the trade is refused. Not the price impact, which the quote says. */
export function TradeLimits({ tolerance, problems, onTolerance, partial }: TradeLimitsProps) {
  return (
    <div className="flex flex-col gap-4">
      <TextField
        label="Tolerance"
        hint="How far the price may move against you, from the quote on, before the chain refuses."
        figures
        inputMode="decimal"
        maxLength={8}
        suffix="%"
        className="pr-9!"
        value={tolerance}
        error={problems.sentences.tolerance}
        onChange={(event) => onTolerance(event.currentTarget.value)}
      />
      {partial === undefined ? null : (
        <Checkbox
          label="Allow a partial fill"
          hint="Takes what fits within the limit and leaves the rest where it is."
          checked={partial.allow}
          onChange={partial.onChange}
        />
      )}
    </div>
  );
}
