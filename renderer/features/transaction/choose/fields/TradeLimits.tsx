import { Checkbox } from '../../../ui/Checkbox.tsx';
import { TextField } from '../../../ui/TextField.tsx';

export interface TradeLimitsProps {
  readonly tolerance: string;
  readonly allowPartial: boolean;
  readonly problem: string | undefined;
  readonly onTolerance: (text: string) => void;
  readonly onAllowPartial: (allow: boolean) => void;
}

/** How far the price may move before the trade is refused. */
export function TradeLimits({ tolerance, allowPartial, problem, onTolerance, onAllowPartial }: TradeLimitsProps) {
  return (
    <div className="flex flex-col gap-4">
      <TextField
        label="Tolerance"
        hint="How far the price may move against you before the chain refuses."
        figures
        inputMode="decimal"
        maxLength={8}
        suffix="%"
        className="pr-9!"
        value={tolerance}
        error={problem}
        onChange={(event) => onTolerance(event.currentTarget.value)}
      />
      <Checkbox
        label="Allow a partial fill"
        hint="Takes what fits within the limit and leaves the rest where it is."
        checked={allowPartial}
        onChange={onAllowPartial}
      />
    </div>
  );
}
