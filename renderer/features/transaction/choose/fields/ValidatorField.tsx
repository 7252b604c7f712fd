import { useMemo } from 'react';
import { parseAddress } from '../../../../../shared/domain/address.ts';
import type { Netuid } from '../../../../../shared/units/index.ts';
import { useDirectory } from '../../../../api/directory.ts';
import { shortAddress } from '../../../../lib/address-text.ts';
import { Combobox } from '../../../../ui/Combobox.tsx';
import type { ComboboxOption } from '../../../../ui/combobox-matches.ts';
import { validatorOptions } from './options.ts';

export interface ValidatorFieldProps {
  readonly label?: string;
  readonly value: string;
  /** The subnet the order and the permits are of. */
  readonly netuid: Netuid | undefined;
  readonly onChange: (hotkey: string) => void;
  /** What it means to choose none; without it one has to be chosen. */
  readonly none?: string;
  readonly problem?: string | undefined;
}

/** A key that is not in the list may still be one the chain knows; the quote says. */
function keyOption(query: string): ComboboxOption | undefined {
  if (!parseAddress(query).ok) return undefined;
  return { value: query, label: `Use ${shortAddress(query)}`, note: 'Not in the list of validators' };
}

/** A validator by name or key, out of thousands. */
export function ValidatorField({ label = 'Validator', value, netuid, onChange, none, problem }: ValidatorFieldProps) {
  const { validators } = useDirectory();
  const options = useMemo(() => validatorOptions(validators, netuid), [validators, netuid]);
  const known = validators.some(({ hotkey }) => hotkey === value);
  return (
    <Combobox
      label={label}
      value={value}
      valueLabel={shortAddress(value)}
      placeholder="Name or key…"
      options={none === undefined ? options : [{ value: '', label: none }, ...options]}
      optionOf={keyOption}
      error={problem}
      hint={value === '' || known || validators.length === 0 ? undefined : 'This key is not in the list of validators.'}
      onChange={onChange}
    />
  );
}
