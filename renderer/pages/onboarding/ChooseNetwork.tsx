import { useState } from 'react';
import type { NetworkId } from '../../../shared/constants/networks.ts';
import { saveSettings } from '../../api/settings.ts';
import { useCall } from '../../api/use-call.ts';
import { CallError } from '../../features/accounts/CallError.tsx';
import { StepTitle } from '../../features/accounts/StepTitle.tsx';
import { useSettings } from '../../stores/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { RadioGroup, type RadioOption } from '../../ui/RadioGroup.tsx';

const CHOICES: readonly RadioOption<NetworkId>[] = [
  {
    value: 'practice',
    label: (
      <>
        Practice network{' '}
        <span className="ml-1 rounded-full bg-practice-soft px-2 py-0.5 text-xs font-bold tracking-[0.08em] text-practice">
          PRACTICE
        </span>
      </>
    ),
    hint: 'A small Bittensor of its own, inside Soma. Works offline, gives you free TAO to try everything with, and is worth nothing.',
  },
  { value: 'finney', label: 'Bittensor (finney)', hint: 'The real network, with real money.' },
  { value: 'test', label: 'Bittensor test network', hint: 'The public network for trials. Its TAO is worth nothing.' },
  { value: 'local', label: 'Local node', hint: 'A node of your own on this computer, at ws://127.0.0.1:9944.' },
];

/** Which chain to begin with. */
export function ChooseNetwork({ onChosen }: { onChosen: () => void }) {
  const settings = useSettings();
  const [picked, setPicked] = useState<NetworkId>();
  const save = useCall((network: NetworkId) => saveSettings({ network }));
  const network = picked ?? settings?.network ?? 'practice';
  const custom: readonly RadioOption<NetworkId>[] =
    settings?.network === 'custom'
      ? [
          {
            value: 'custom',
            label: 'Custom endpoint',
            hint: settings.endpoints.custom?.[0] ?? 'As given at the start.',
          },
        ]
      : [];

  const go = async (): Promise<void> => {
    const outcome = await save.run(network);
    if (outcome.ok) onChosen();
  };
  return (
    <div className="flex flex-col gap-6">
      <StepTitle title="Which network?">
        You can change this at any time in Settings. Your keys are the same on all of them.
      </StepTitle>
      <RadioGroup
        label="Network"
        labelHidden
        look="cards"
        value={network}
        onChange={setPicked}
        options={[...CHOICES, ...custom]}
      />
      <CallError error={save.error} />
      <div className="flex justify-end">
        <Button look="primary" busy={save.busy} onClick={() => void go()}>
          Continue
        </Button>
      </div>
    </div>
  );
}
