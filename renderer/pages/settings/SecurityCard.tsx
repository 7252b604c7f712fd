import { useState } from 'react';
import type { Settings } from '../../../shared/contract/index.ts';
import { saveSettings } from '../../api/settings.ts';
import { useCall } from '../../api/use-call.ts';
import { CallError } from '../../features/accounts/CallError.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Select } from '../../ui/Select.tsx';
import { ChangePasswordDialog } from './ChangePasswordDialog.tsx';

const MINUTES = [1, 2, 5, 10, 15, 30, 60, 120, 240];

const words = (minutes: number): string =>
  minutes >= 60
    ? `${minutes / 60} ${minutes === 60 ? 'hour' : 'hours'}`
    : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;

/** The lock and its password. */
export function SecurityCard({ settings }: { settings: Settings }) {
  const [changing, setChanging] = useState(false);
  const save = useCall((lockAfterMinutes: number) => saveSettings({ lockAfterMinutes }));
  const offered = [...new Set([...MINUTES, settings.lockAfterMinutes])].sort((a, b) => a - b);
  return (
    <Card title="Security">
      <div className="flex flex-col gap-5">
        <div className="w-72">
          <Select
            label="Lock after"
            hint="Without a key pressed or the pointer used in this window."
            value={String(settings.lockAfterMinutes)}
            options={offered.map((minutes) => ({ value: String(minutes), label: words(minutes) }))}
            onChange={(value) => void save.run(Number(value))}
          />
        </div>
        <CallError error={save.error} />
        <div>
          <Button onClick={() => setChanging(true)}>Change the password</Button>
        </div>
      </div>
      {changing ? <ChangePasswordDialog onClose={() => setChanging(false)} /> : null}
    </Card>
  );
}
