import { type Netuid, toNetuid } from '../../../../../shared/units/index.ts';
import { useDirectory } from '../../../../api/directory.ts';
import { Select } from '../../../../ui/Select.tsx';
import { subnetOptions } from './options.ts';

export interface SubnetFieldProps {
  readonly label?: string;
  readonly value: Netuid | undefined;
  readonly onChange: (netuid: Netuid | undefined) => void;
  /** What it means to choose none; without it one has to be chosen. */
  readonly none?: string;
  readonly withoutRoot?: boolean;
  readonly problem?: string | undefined;
}

/** A subnet by number and name; root is one of them. */
export function SubnetField({ label = 'Subnet', value, onChange, none, withoutRoot, problem }: SubnetFieldProps) {
  const subnets = useDirectory().subnets.filter(({ netuid }) => withoutRoot !== true || netuid !== 0);
  const empty =
    none === undefined ? (value === undefined ? [{ value: '', label: 'Choose…' }] : []) : [{ value: '', label: none }];
  return (
    <Select
      label={label}
      value={value === undefined ? '' : String(value)}
      options={[...empty, ...subnetOptions(subnets)]}
      error={problem}
      onChange={(text) => onChange(text === '' ? undefined : toNetuid(Number(text)))}
    />
  );
}
