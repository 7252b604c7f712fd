import type { Account } from '../../../../../shared/contract/index.ts';
import { shortAddress } from '../../../../lib/address-text.ts';
import { usePortfolio } from '../../../../stores/portfolio.ts';
import { Amount, TAO } from '../../../../ui/Amount.tsx';
import { Select } from '../../../../ui/Select.tsx';

export interface AccountFieldProps {
  readonly accounts: readonly Account[];
  readonly value: string;
  readonly onChange: (address: string) => void;
  /** Free TAO says nothing where stake is sold. */
  readonly showAvailable: boolean;
  /** The steps of a batch are all of this account. */
  readonly fixed?: boolean;
}

/** The account that pays and signs. */
export function AccountField({ accounts, value, onChange, showAvailable, fixed }: AccountFieldProps) {
  const balance = usePortfolio().portfolio?.balances.find(({ address }) => address === value);
  return (
    <Select
      label="From"
      disabled={fixed}
      value={value}
      options={accounts.map(({ address, label }) => ({ value: address, label: `${label} · ${shortAddress(address)}` }))}
      hint={
        balance === undefined || !showAvailable ? undefined : (
          <>
            Available: <Amount value={balance.transferable} unit={TAO} full />
          </>
        )
      }
      onChange={onChange}
    />
  );
}
