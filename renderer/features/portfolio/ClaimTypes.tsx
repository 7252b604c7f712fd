import type { ClaimType } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { claimTypeText } from './claim-type-text.ts';

export interface ClaimTypesProps {
  readonly accounts: readonly string[];
  /** By account; undefined while not read. */
  readonly claimTypes: ReadonlyMap<string, ClaimType> | undefined;
  readonly labelOf: (address: string) => string | undefined;
  readonly onChange: (from: string) => void;
}

/** What becomes of each account's root dividends, and the way to change it. */
export function ClaimTypes({ accounts, claimTypes, labelOf, onChange }: ClaimTypesProps) {
  if (claimTypes === undefined) return null;
  const known = accounts.flatMap((address) => {
    const type = claimTypes.get(address);
    return type === undefined ? [] : [{ address, type, label: labelOf(address) ?? 'Account' }];
  });
  return (
    <ul className="divide-y divide-line border-t border-line">
      {known.map(({ address, type, label }) => (
        <li key={address} className="flex flex-wrap items-center justify-between gap-3 px-5 py-3 text-sm">
          <span>
            {known.length === 1 ? '' : <span className="font-medium">{label}: </span>}
            Root dividends are {claimTypeText(type)}.
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
