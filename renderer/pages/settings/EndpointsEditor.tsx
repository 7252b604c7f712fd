import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { NETWORKS, type NetworkId } from '../../../shared/constants/networks.ts';
import type { Settings } from '../../../shared/contract/index.ts';
import { saveSettings } from '../../api/settings.ts';
import { useCall } from '../../api/use-call.ts';
import { CallError } from '../../features/accounts/CallError.tsx';
import { type EndpointProblem, parseEndpoint } from '../../lib/endpoint-text.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts.ts';

const MOST = 8;

const PROBLEMS: Readonly<Record<EndpointProblem, string>> = {
  empty: 'Type an address, or remove this line.',
  not_a_url: 'This is not an address. It looks like wss://node.example:443.',
  not_websocket: 'An endpoint begins with wss:// (or ws:// on this computer).',
  not_encrypted: 'Unencrypted ws:// is only for a node on this computer. Use wss://.',
  has_credentials: 'An endpoint must not carry a user name or password.',
  too_long: 'This address is too long.',
};

/** The endpoints of one network in order of preference. */
export function EndpointsEditor({ network, settings }: { network: NetworkId; settings: Settings }) {
  const preset = NETWORKS[network].endpoints;
  const own = settings.endpoints[network];
  const [lines, setLines] = useState<readonly string[]>(own ?? (preset.length === 0 ? [''] : preset));
  const [checked, setChecked] = useState(false);
  const save = useCall((endpoints: Settings['endpoints']) => saveSettings({ endpoints }));
  const parsed = lines.map(parseEndpoint);

  const edit = (index: number, text: string | undefined): void => {
    setChecked(false);
    setLines(lines.flatMap((line, at) => (at !== index ? [line] : text === undefined ? [] : [text])));
  };
  const store = async (endpoints: Settings['endpoints']): Promise<void> => {
    const outcome = await save.run(endpoints);
    if (outcome.ok) showToast('success', 'Endpoints saved');
  };
  const submit = (): void => {
    setChecked(true);
    const urls = parsed.flatMap((line) => (line.ok ? [line.url] : []));
    if (urls.length === lines.length && urls.length > 0) void store({ ...settings.endpoints, [network]: urls });
  };
  const reset = (): void => {
    const { [network]: _own, ...others } = settings.endpoints;
    setLines(preset.length === 0 ? [''] : preset);
    setChecked(false);
    void store(others);
  };
  return (
    <fieldset className="flex flex-col gap-3 rounded-card border border-line bg-page px-4 py-4">
      <legend className="sr-only">Endpoints of {NETWORKS[network].name}</legend>
      {lines.map((line, index) => {
        const result = parsed[index];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are edited in place and may repeat
          <div key={index} className="flex items-start gap-2">
            <div className="min-w-0 flex-1">
              <TextField
                label={`Endpoint ${index + 1}`}
                mono
                maxLength={600}
                placeholder="wss://"
                value={line}
                error={checked && result?.ok === false ? PROBLEMS[result.problem] : undefined}
                onChange={(event) => edit(index, event.currentTarget.value)}
              />
            </div>
            <IconButton
              icon={Trash2}
              label={`Remove endpoint ${index + 1}`}
              className="mt-7"
              disabled={lines.length === 1}
              onClick={() => edit(index, undefined)}
            />
          </div>
        );
      })}
      <CallError error={save.error} />
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          look="quiet"
          icon={Plus}
          disabled={lines.length >= MOST}
          onClick={() => setLines([...lines, ''])}
        >
          Add an endpoint
        </Button>
        <span className="flex-1" />
        {own === undefined || preset.length === 0 ? null : (
          <Button size="sm" look="quiet" onClick={reset}>
            Back to the presets
          </Button>
        )}
        <Button size="sm" busy={save.busy} onClick={submit}>
          Save endpoints
        </Button>
      </div>
    </fieldset>
  );
}
