import type { ClaimType } from '../../../shared/contract/index.ts';
import { claimTypeNow } from '../../copy/index.ts';
import { Button } from '../../ui/Button.tsx';

export interface ClaimTypesProps {
  readonly accounts: readonly string[];
  /** By account; undefined while not read. */
  readonly claimTypes: readonly { readonly coldkey: string; readonly claimType: ClaimType }[] | undefined;
  readonly labelOf: (address: string) => string | undefined;
  readonly onChange: (from: string) => void;
}

/** What becomes of each account's root dividends, and the way to change it. */
export function ClaimTypes({ accounts, claimTypes, labelOf, onChange }: ClaimTypesProps) {
  if (claimTypes === undefined) return null;
  const known = accounts.flatMap((address) => {
    const type = claimTypes.find(({ coldkey }) => coldkey === address)?.claimType;
    return type === undefined ? [] : [{ address, type, label: labelOf(address) ?? 'Account' }];
  });
  return (
    <ul className="divide-y divide-line border-t border-line">
      {known.map(({ address, type, label }) => (
        <li key={address} className="flex flex-wrap items-center justify-between gap-3 px-5 py-3 text-sm">
          <span>
            {known.length === 1 ? '' : <span className="font-medium">{label}: </span>}
            Root dividends are {claimTypeNow(type)}.
          </span>
          <Button
            size="sm"
            aria-label={known.length === 1 ? undefined : `Change for ${label}`}
            onClick={() => onChange(address)}
          >
            Change
          </Button>
        </li>
      ))}
    </ul>
  );
}
