import type { ReactNode } from 'react';
import type { ValidatorHere } from '../../../shared/contract/index.ts';
import { formatTake, type Netuid } from '../../../shared/units/index.ts';
import { AddressText } from '../../ui/AddressText.tsx';
import { Amount, type AmountUnit, TAO } from '../../ui/Amount.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Identicon } from '../../ui/Identicon.tsx';
import { blocksSinceUpdate } from './model/activity.ts';
import { type Metric, outstanding } from './model/compare.ts';
import { blocksAgoText, countText, dividendsText, rateText } from './model/figures-text.ts';
import { StateHere } from './StateHere.tsx';
import { ValidatorName } from './ValidatorName.tsx';

export interface CompareDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly validators: readonly ValidatorHere[];
  readonly netuid: Netuid;
  readonly unit: AmountUnit;
  readonly blockNumber: number;
  readonly onStake: (validator: ValidatorHere) => void;
}

interface Line {
  readonly id: string;
  readonly label: string;
  /** What stands out is said in a word. */
  readonly metric?: Metric;
  readonly value: (validator: ValidatorHere) => ReactNode;
}

function lines({ netuid, unit, blockNumber }: CompareDialogProps): readonly Line[] {
  const where = netuid === 0 ? 'root' : `SN${netuid}`;
  return [
    {
      id: 'state',
      label: `On ${where}`,
      value: (validator) => <StateHere validator={validator} netuid={netuid} blockNumber={blockNumber} />,
    },
    {
      id: 'take',
      label: 'Take',
      metric: 'take',
      value: ({ take, takeRose }) =>
        takeRose === undefined ? formatTake(take) : `${formatTake(take)}, rose from ${formatTake(takeRose.from)}`,
    },
    {
      id: 'yield',
      label: 'Measured yield a year',
      metric: 'yield',
      value: ({ yield: measured }) =>
        measured === undefined
          ? '–'
          : `${rateText(measured.aprPpm)}, ${measured.epochs === 1 ? '1 epoch' : `${measured.epochs} epochs`}`,
    },
    {
      id: 'stake',
      label: `Stake on ${where}`,
      metric: 'stakeHere',
      value: ({ stakeHere }) => <Amount value={stakeHere} unit={unit} always />,
    },
    {
      id: 'total',
      label: 'Stake in total, spot',
      metric: 'totalSpot',
      value: ({ totalSpot }) => <Amount value={totalSpot} unit={TAO} always />,
    },
    {
      id: 'dividends',
      label: 'Share of dividends',
      metric: 'dividends',
      value: ({ dividends }) => (dividends === undefined ? '–' : dividendsText(dividends)),
    },
    { id: 'nominators', label: 'Nominators', metric: 'nominators', value: ({ nominators }) => countText(nominators) },
    {
      id: 'update',
      label: 'Last update',
      metric: 'lastUpdate',
      value: (validator) => {
        const since = blocksSinceUpdate(validator, blockNumber);
        return since === undefined ? '–' : blocksAgoText(since);
      },
    },
    { id: 'subnets', label: 'Subnets served', metric: 'subnets', value: ({ subnets }) => countText(subnets) },
    { id: 'identity', label: 'Identity', value: ({ hasIdentity }) => (hasIdentity ? 'Yes' : 'None') },
  ];
}

/** Up to four validators side by side; what stands out is said in a word. */
export function CompareDialog(props: CompareDialogProps) {
  const { open, onClose, validators, onStake } = props;
  return (
    <Dialog open={open} onClose={onClose} title="Compare validators" width="lg">
      <div className="relative -mx-2 overflow-x-auto">
        <table className="w-full table-fixed border-collapse text-sm">
          <caption className="sr-only">Compared validators</caption>
          <thead>
            <tr className="border-b border-line align-top">
              <th scope="col" className="w-36 px-2 pb-3 text-left font-normal text-muted">
                Figure
              </th>
              {validators.map((validator) => (
                <th key={validator.hotkey} scope="col" className="px-2 pb-3 text-left font-normal">
                  <Identicon address={validator.hotkey} size={24} />
                  <span className="mt-1 block truncate font-semibold">
                    <ValidatorName name={validator.name} max={20} />
                  </span>
                  <AddressText address={validator.hotkey} className="text-muted" />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines(props).map((line) => (
              <CompareRow key={line.id} line={line} validators={validators} />
            ))}
            <tr>
              <td className="px-2 pt-3" />
              {validators.map((validator) => (
                <td key={validator.hotkey} className="px-2 pt-3">
                  <Button size="sm" onClick={() => onStake(validator)}>
                    Stake
                  </Button>
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}

function CompareRow({ line, validators }: { line: Line; validators: readonly ValidatorHere[] }) {
  const words = line.metric === undefined ? undefined : outstanding(validators, line.metric);
  return (
    <tr className="border-b border-line align-top">
      <th scope="row" className="px-2 py-2 text-left font-normal text-muted">
        {line.label}
      </th>
      {validators.map((validator) => {
        const word = words?.get(validator.hotkey);
        return (
          <td key={validator.hotkey} className="figures px-2 py-2 wrap-break-word">
            {line.value(validator)}
            {word === undefined ? null : (
              <span className="ml-2 text-xs font-semibold whitespace-nowrap text-accent">{word}</span>
            )}
          </td>
        );
      })}
    </tr>
  );
}
