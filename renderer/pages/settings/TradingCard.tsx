import { type SubmitEvent, useState } from 'react';
import type { Settings } from '../../../shared/contract/index.ts';
import { type Ppm, WIDEST_TOLERANCE } from '../../../shared/units/index.ts';
import { saveSettings } from '../../api/settings.ts';
import { useCall } from '../../api/use-call.ts';
import { CallError } from '../../features/accounts/CallError.tsx';
import { formatPercent, parsePercent } from '../../lib/percent-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts.ts';

/** Beyond this the limit price protects from little. */
const UNUSUAL = 50_000;

/** The tolerance a new quote begins with. */
export function TradingCard({ settings }: { settings: Settings }) {
  const [text, setText] = useState(formatPercent(settings.tolerance));
  const save = useCall((tolerance: Ppm) => saveSettings({ tolerance }));
  const read = parsePercent(text);
  const parsed = read.ok && read.value > WIDEST_TOLERANCE ? ({ ok: false } as const) : read;
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!parsed.ok) return;
    const outcome = await save.run(parsed.value);
    if (outcome.ok) showToast('success', 'Tolerance saved');
  };
  return (
    <Card title="Staking on subnets">
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <div className="flex items-start gap-3">
          <div className="w-72">
            <TextField
              label="Price tolerance"
              inputMode="decimal"
              suffix="%"
              value={text}
              hint={
                parsed.ok && parsed.value > UNUSUAL
                  ? 'This is unusually wide: you may get far less than quoted.'
                  : 'How much worse than quoted a trade may be before the chain refuses it.'
              }
              error={parsed.ok ? undefined : 'Type a percentage from 0 to 50 with at most four decimals, such as 0.5.'}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          </div>
          <Button
            type="submit"
            className="mt-7"
            busy={save.busy}
            disabled={!parsed.ok || parsed.value === settings.tolerance}
          >
            Save
          </Button>
        </div>
        <CallError error={save.error} />
      </form>
    </Card>
  );
}
