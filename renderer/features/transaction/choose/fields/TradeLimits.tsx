import { useCapabilities } from '../../../../api/capabilities.ts';
import { Checkbox } from '../../../../ui/Checkbox.tsx';
import { TextField } from '../../../../ui/TextField.tsx';
import type { FormProblems } from '../../model/read/problems.ts';

/** What the runtime must be able to do for a limit to be part of the call. */
type LimitCapability = 'limitStaking' | 'swapStakeLimit';

export interface TradeLimitsProps {
  readonly needs: LimitCapability;
  readonly tolerance: string;
  readonly problems: FormProblems;
  readonly onTolerance: (text: string) => void;
  /** Absent where the operation knows no partial fill. */
  readonly partial?: { readonly allow: boolean; readonly onChange: (allow: boolean) => void };
}

/** Whether a call can carry a price limit here; taken for granted until the runtime has said otherwise. */
export function useKnowsLimit(needs: LimitCapability): boolean {
  return useCapabilities()?.[needs] !== false;
}

/** How far the price may move before the trade is refused. Not the price impact, which the quote says. */
export function TradeLimits({ needs, tolerance, problems, onTolerance, partial }: TradeLimitsProps) {
  if (!useKnowsLimit(needs))
    return (
      <p className="text-sm text-muted">
        The connected runtime knows no price limit for this: it trades at whatever the price is when it executes.
      </p>
    );
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
