import type { Settings } from '../../../shared/contract/index.ts';
import { saveSettings } from '../../api/settings.ts';
import { useCall } from '../../api/use-call.ts';
import { CallError } from '../../features/accounts/CallError.tsx';
import { Card } from '../../ui/Card.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Switch } from '../../ui/Switch.tsx';

/** How it looks, and what others may see over your shoulder. */
export function DisplayCard({ settings }: { settings: Settings }) {
  const save = useCall((change: Partial<Settings>) => saveSettings(change));
  return (
    <Card title="Display">
      <div className="flex flex-col gap-5">
        <RadioGroup
          label="Theme"
          look="row"
          value={settings.theme}
          onChange={(theme) => void save.run({ theme })}
          options={[
            { value: 'system', label: 'As the system' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
        />
        <Switch
          label="Hide balances"
          hint="Shows dots in place of figures. Amounts you are about to approve are always shown."
          checked={settings.hideBalances}
          disabled={save.busy}
          onChange={(hideBalances) => void save.run({ hideBalances })}
        />
        <CallError error={save.error} />
      </div>
    </Card>
  );
}
