import type { Subnet } from '../../../shared/contract/index.ts';
import { isRoot, type Netuid, ROOT_NETUID } from '../../../shared/units/index.ts';
import { cleanText } from '../../lib/hostile-text.ts';
import { Select, type SelectOption } from '../../ui/Select.tsx';

export interface SeenFromProps {
  readonly subnets: readonly Subnet[];
  readonly value: Netuid;
  readonly onChange: (netuid: Netuid) => void;
}

function option({ netuid, name, started }: Subnet): SelectOption<string> {
  if (isRoot(netuid)) return { value: String(netuid), label: 'Root' };
  const clean = cleanText(name, 28).text;
  const label = clean === '' ? `SN${netuid}` : `SN${netuid} · ${clean}`;
  return { value: String(netuid), label: started ? label : `${label} (not started)` };
}

/** The subnet that validators are seen from. */
export function SeenFrom({ subnets, value, onChange }: SeenFromProps) {
  const known = [...subnets].sort((a, b) => a.netuid - b.netuid);
  return (
    <Select
      label="Seen from"
      value={String(value)}
      options={known.map(option)}
      onChange={(text) => onChange(known.find(({ netuid }) => String(netuid) === text)?.netuid ?? ROOT_NETUID)}
    />
  );
}
