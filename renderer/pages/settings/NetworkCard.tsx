import { useState } from 'react';
import { NETWORK_IDS, NETWORKS, type NetworkId } from '../../../shared/constants/networks.ts';
import type { Settings } from '../../../shared/contract/index.ts';
import { saveSettings } from '../../api/settings.ts';
import { useCall } from '../../api/use-call.ts';
import { CallError } from '../../features/accounts/CallError.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { EndpointsEditor } from './EndpointsEditor.tsx';

const HINTS: Readonly<Record<NetworkId, string>> = {
  practice: 'Inside Soma, offline, with play money that is worth nothing.',
  finney: 'The real network, with real money.',
  test: 'The public network for trials. Its TAO is worth nothing.',
  local: 'A node of your own on this computer.',
  custom: 'A network you name by its endpoints.',
};

/** Which chain, through which endpoints. */
export function NetworkCard({ settings }: { settings: Settings }) {
  const [picked, setPicked] = useState<NetworkId>();
  const save = useCall((next: NetworkId) => saveSettings({ network: next }));
  const network = picked ?? settings.network;
  const isActive = network === settings.network;
  const needsEndpoint = network === 'custom' && settings.endpoints.custom === undefined;

  const use = async (): Promise<void> => {
    const outcome = await save.run(network);
    if (outcome.ok) setPicked(undefined);
  };
  return (
    <Card title="Network" hint="Soma talks to the endpoints listed here and to nobody else.">
      <div className="flex flex-col gap-5">
        <RadioGroup
          label="Network"
          labelHidden
          look="cards"
          value={network}
          onChange={setPicked}
          options={NETWORK_IDS.map((id) => ({
            value: id,
            label: (
              <span className="inline-flex items-center gap-2">
                {NETWORKS[id].name}
                {id === settings.network ? <Badge tone="success">In use</Badge> : null}
              </span>
            ),
            hint: HINTS[id],
          }))}
        />
        {network === 'practice' ? null : <EndpointsEditor key={network} network={network} settings={settings} />}
        <CallError error={save.error} />
        {isActive ? null : (
          <div className="flex items-center justify-end gap-4">
            {needsEndpoint ? <p className="text-sm text-muted">Save an endpoint first.</p> : null}
            <Button look="primary" busy={save.busy} disabled={needsEndpoint} onClick={() => void use()}>
              Use {NETWORKS[network].name}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}
