import { MAX_CLAIM_SUBNETS } from '../../../../../shared/constants/batch.ts';
import { useDirectory } from '../../../../api/directory.ts';
import { usePortfolio } from '../../../../stores/portfolio.ts';
import { Amount, TAO } from '../../../../ui/Amount.tsx';
import { Banner } from '../../../../ui/Banner.tsx';
import type { ClaimForm } from '../../model/form.ts';
import { type OwedSubnet, owedBySubnet } from '../../model/owed.ts';
import type { FieldsProps } from '../fields/fields-props.ts';
import { subnetLabel } from '../fields/options.ts';
import { positionUnit } from '../fields/position-unit.ts';
import { SubnetChecklist } from '../fields/SubnetChecklist.tsx';

/** Up to five of the subnets that owe root dividends. */
export function ClaimFields({ form, edit, problems }: FieldsProps<ClaimForm>) {
  const { portfolio } = usePortfolio();
  const { subnet } = useDirectory();
  const owed = owedBySubnet(portfolio?.rootDividends ?? [], form.from);
  const absent = form.netuids.filter((netuid) => !owed.some((row) => row.netuid === netuid));
  if (portfolio !== undefined && owed.length === 0 && absent.length === 0)
    return (
      <Banner tone="info" title="No root dividends are owed to this account.">
        Stake on root earns them on every subnet; they show here as they come.
      </Banner>
    );
  return (
    <>
      <p className="text-sm text-muted">
        {`A claim takes what every validator owes you on these subnets, up to ${MAX_CLAIM_SUBNETS} at once. What becomes of it is your choice under Root dividends.`}
      </p>
      <SubnetChecklist
        legend={`Subnets (${form.netuids.length} of at most ${MAX_CLAIM_SUBNETS})`}
        most={MAX_CLAIM_SUBNETS}
        value={form.netuids}
        rows={[
          ...owed.map((row) => ({
            netuid: row.netuid,
            label: subnetLabel(row.netuid, subnet(row.netuid)?.name ?? ''),
            note: <Owed row={row} symbol={subnet(row.netuid)?.symbol ?? 'α'} />,
          })),
          ...absent.map((netuid) => ({ netuid, label: subnetLabel(netuid, ''), note: 'Nothing is owed here.' })),
        ]}
        problem={problems.missing.includes('netuids') ? undefined : problems.sentences.netuids}
        onChange={(netuids) => edit({ ...form, netuids })}
      />
    </>
  );
}

function Owed({ row, symbol }: { row: OwedSubnet; symbol: string }) {
  const unit = positionUnit({ netuid: row.netuid, symbol });
  return (
    <>
      <Amount value={row.owed} unit={unit} full /> owed, worth about <Amount value={row.spotValue} unit={TAO} />
      {row.claimable === row.owed ? null : (
        <span className="block">
          {row.claimable === 0n ? 'Too little for a claim yet: ' : 'Only a part can be claimed yet: '}
          at least <Amount value={row.threshold} unit={unit} full /> from one validator.
        </span>
      )}
    </>
  );
}
