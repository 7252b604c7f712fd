import type { OwnHotkey } from '../../../../../shared/contract/index.ts';
import { formatTake, type Take } from '../../../../../shared/units/index.ts';
import { blockText } from '../../../../lib/time-text.ts';
import { useHeartbeat } from '../../../../stores/heartbeat.ts';
import { TextField } from '../../../../ui/TextField.tsx';
import { readTake, takeFraction } from '../../model/take-text.ts';

export interface TakeAmountProps {
  readonly validator: OwnHotkey;
  readonly bounds: { readonly least: Take; readonly most: Take };
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (text: string) => void;
}

/** The take now, its bounds, and the new one exactly as the chain will keep it. */
export function TakeAmount({ validator, bounds, value, problem, onChange }: TakeAmountProps) {
  const head = useHeartbeat()?.best?.blockNumber ?? 0;
  const { take, raisableFrom } = validator;
  const reading = readTake(value);
  return (
    <>
      <p className="text-sm text-muted">
        {`Now ${formatTake(take)} (${takeFraction(take)}). The chain allows ${formatTake(bounds.least)} to ${formatTake(bounds.most)}. `}
        {raisableFrom > head
          ? `It may be raised again from block ${blockText(raisableFrom)} on; it may be lowered at any time.`
          : 'It may be raised now, and lowered at any time.'}
      </p>
      <TextField
        label="New take"
        figures
        inputMode="decimal"
        maxLength={8}
        suffix="%"
        className="pr-9!"
        value={value}
        error={problem}
        hint={reading.ok ? changeText(take, reading.take) : 'Percent with at most two decimals.'}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </>
  );
}

function changeText(before: Take, after: Take): string {
  const exact = `exactly ${takeFraction(after)}`;
  if (before === after) return `This is what it is now: ${exact}.`;
  return `${after > before ? 'Raises' : 'Lowers'} the take to ${formatTake(after)}, ${exact}.`;
}
