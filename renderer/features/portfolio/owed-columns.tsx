import type { Netuid } from '../../../shared/units/index.ts';
import type { Directory } from '../../api/directory.ts';
import { Amount, TAO } from '../../ui/Amount.tsx';
import { Button } from '../../ui/Button.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import type { Column } from '../../ui/table-column.ts';
import type { Owed } from './claims.ts';
import { OwedParts } from './OwedParts.tsx';

export interface OwedWiring {
  readonly directory: Directory;
  readonly severalAccounts: boolean;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (key: string, selected: boolean) => void;
  readonly onClaim: (from: string, netuids: readonly Netuid[]) => void;
}

/** The columns of root dividends: one row for each account and subnet, its validators inside. */
export function owedColumns({
  directory,
  severalAccounts,
  selected,
  onSelect,
  onClaim,
}: OwedWiring): readonly Column<Owed>[] {
  const symbolOf = (netuid: Netuid): string => directory.subnet(netuid)?.symbol ?? 'α';
  return [
    {
      id: 'select',
      header: 'Choose',
      headerHidden: true,
      width: 'w-11',
      cell: ({ key, netuid }) => (
        <input
          type="checkbox"
          aria-label={`Choose SN${netuid} for the claim`}
          checked={selected.has(key)}
          onChange={(event) => onSelect(key, event.currentTarget.checked)}
          className="size-4 align-middle accent-accent-fill"
        />
      ),
    },
    {
      id: 'subnet',
      header: 'Subnet',
      rowHeader: true,
      cell: ({ netuid, coldkey }) => (
        <>
          <span className="block truncate font-medium">
            SN{netuid} <HostileText text={directory.subnet(netuid)?.name ?? ''} fallback="" max={20} />
          </span>
          {severalAccounts ? (
            <span className="block truncate text-xs text-muted">
              of {directory.account(coldkey)?.label ?? 'Account'}
            </span>
          ) : null}
        </>
      ),
    },
    {
      id: 'validators',
      header: 'Validators',
      width: 'w-54',
      cell: ({ parts }) => <OwedParts parts={parts} directory={directory} />,
    },
    {
      id: 'owed',
      header: 'Owed',
      figures: true,
      width: 'w-36',
      cell: ({ owed, netuid, belowThreshold, parts }) => {
        const unit = { kind: 'alpha', netuid, symbol: symbolOf(netuid) } as const;
        return (
          <>
            <Amount value={owed} unit={unit} />
            {belowThreshold ? (
              <span className="block text-xs text-muted">
                claims begin at <Amount value={parts[0]?.threshold ?? 0n} unit={unit} />
              </span>
            ) : null}
          </>
        );
      },
    },
    {
      id: 'spot',
      header: 'At spot',
      figures: true,
      width: 'w-26',
      cell: ({ spot }) => <Amount value={spot} unit={TAO} />,
    },
    {
      id: 'claim',
      header: 'Actions',
      headerHidden: true,
      width: 'w-26',
      className: 'text-right',
      cell: ({ coldkey, netuid, belowThreshold }) => (
        <Button
          size="sm"
          disabled={belowThreshold}
          aria-label={`Claim SN${netuid}`}
          onClick={() => onClaim(coldkey, [netuid])}
        >
          Claim
        </Button>
      ),
    },
  ];
}
