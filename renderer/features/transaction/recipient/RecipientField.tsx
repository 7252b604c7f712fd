import { useState } from 'react';
import { AddressText } from '../../../ui/AddressText.tsx';
import { Identicon } from '../../../ui/Identicon.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { RecipientFindings } from './RecipientFindings.tsx';
import type { RecipientFinding } from './recipient-checks.ts';

export interface RecipientFieldProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** The address that was read, when it is one. */
  readonly address: string | undefined;
  readonly findings: readonly RecipientFinding[];
  readonly problem: string | undefined;
  readonly missing: boolean;
}

/** Where it goes: what was pasted, then the whole address in groups, then what is known about it. */
export function RecipientField({ value, onChange, address, findings, problem, missing }: RecipientFieldProps) {
  const [touched, setTouched] = useState(false);
  return (
    <div className="flex flex-col gap-3">
      <TextField
        label="Recipient"
        mono
        maxLength={256}
        placeholder="5…"
        value={value}
        error={missing && !touched ? undefined : problem}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={() => setTouched(true)}
      />
      {address === undefined ? null : (
        <div className="flex items-start gap-3 rounded-control bg-sunken px-3 py-2.5">
          <Identicon address={address} />
          <AddressText address={address} full />
        </div>
      )}
      {address === undefined ? null : <RecipientFindings address={address} findings={findings} />}
    </div>
  );
}
