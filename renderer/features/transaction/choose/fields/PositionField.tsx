import { useContext, useMemo } from 'react';
import type { StakePosition } from '../../../../../shared/contract/index.ts';
import type { Netuid } from '../../../../../shared/units/index.ts';
import { usePortfolio } from '../../../../stores/portfolio.ts';
import { Amount } from '../../../../ui/Amount.tsx';
import { AmountsHidden } from '../../../../ui/amount-visibility.ts';
import { Banner } from '../../../../ui/Banner.tsx';
import { Combobox } from '../../../../ui/Combobox.tsx';
import { positionKey, positionOptions } from './options.ts';
import { positionUnit } from './position-unit.ts';
import { usePositions } from './use-positions.ts';

export interface PositionFieldProps {
  readonly from: string;
  readonly hotkey: string;
  readonly netuid: Netuid | undefined;
  readonly onChange: (position: StakePosition) => void;
}

/** One of the account's own positions, and how much is in it. */
export function PositionField({ from, hotkey, netuid, onChange }: PositionFieldProps) {
  const positions = usePositions(from);
  const hidden = useContext(AmountsHidden);
  const options = useMemo(() => positionOptions(positions, hidden), [positions, hidden]);
  const position = positions.find((one) => one.hotkey === hotkey && one.netuid === netuid);
  if (positions.length === 0)
    return (
      <Banner tone="info" title="This account has no stake.">
        Choose another account, or stake some TAO first.
      </Banner>
    );
  return (
    <Combobox
      label="Position"
      value={position === undefined ? '' : positionKey(position)}
      options={options}
      placeholder="Subnet or validator…"
      hint={position === undefined ? undefined : <Holding position={position} />}
      onChange={(key) => {
        const chosen = positions.find((one) => positionKey(one) === key);
        if (chosen !== undefined) onChange(chosen);
      }}
    />
  );
}

function Holding({ position }: { position: StakePosition }) {
  const { portfolio } = usePortfolio();
  const unit = positionUnit(position);
  const lock = portfolio?.locks.find(
    ({ coldkey, netuid }) => coldkey === position.coldkey && netuid === position.netuid,
  );
  return (
    <>
      Staked: <Amount value={position.alpha} unit={unit} full />
      {lock === undefined || lock.locked === 0n ? null : (
        <span className="block">
          Of all your stake on this subnet <Amount value={lock.locked} unit={unit} full /> is locked;{' '}
          <Amount value={lock.available} unit={unit} full /> can leave.
        </span>
      )}
    </>
  );
}
