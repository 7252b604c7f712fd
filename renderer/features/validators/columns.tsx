import { Star } from 'lucide-react';
import type { ValidatorHere } from '../../../shared/contract/index.ts';
import { isRoot, type Netuid } from '../../../shared/units/index.ts';
import { cx } from '../../lib/cx.ts';
import { cleanText } from '../../lib/hostile-text.ts';
import { AddressText } from '../../ui/AddressText.tsx';
import { Amount, type AmountUnit, TAO } from '../../ui/Amount.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Identicon } from '../../ui/Identicon.tsx';
import type { Column } from '../../ui/table-column.ts';
import { MAX_COMPARED } from './model/compare.ts';
import { countText, dividendsText } from './model/figures-text.ts';
import { nextSorting, type Sorting, type ValidatorOrder } from './model/order.ts';
import type { DividendCapabilities } from './model/yield-reason.ts';
import { StateHere } from './StateHere.tsx';
import { TakeFigure } from './TakeFigure.tsx';
import { ValidatorName } from './ValidatorName.tsx';
import { YieldFigure } from './YieldFigure.tsx';

/** What the rows of the picker need to know and to call. */
export interface RowContext {
  readonly netuid: Netuid;
  readonly unit: AmountUnit;
  readonly blockNumber: number;
  readonly can: DividendCapabilities;
  readonly favourites: ReadonlySet<string>;
  readonly marked: readonly string[];
  readonly sorting: Sorting;
  readonly onSorting: (sorting: Sorting) => void;
  readonly onFavourite: (validator: ValidatorHere) => void;
  readonly onMark: (validator: ValidatorHere) => void;
  readonly onOpen: (validator: ValidatorHere) => void;
  readonly onStake: (validator: ValidatorHere) => void;
}

/** Said aloud beside a button, so that one knows whose it is; the address where there is no name. */
export function spokenName({ name, hotkey }: Pick<ValidatorHere, 'name' | 'hotkey'>): string {
  const clean = name === undefined ? '' : cleanText(name, 28).text;
  return clean === '' ? hotkey : clean;
}

export function validatorColumns(context: RowContext): readonly Column<ValidatorHere>[] {
  const { netuid, unit, blockNumber, can, sorting } = context;
  const sorted = (by: ValidatorOrder): Pick<Column<ValidatorHere>, 'onSort' | 'sorted'> => ({
    onSort: () => context.onSorting(nextSorting(sorting, by)),
    sorted: sorting.by === by ? sorting.direction : undefined,
  });
  return [
    {
      id: 'marks',
      header: 'Favourite and compare',
      headerHidden: true,
      width: 'w-19 @max-[58rem]:w-13',
      cell: (validator) => <Marks validator={validator} context={context} />,
    },
    {
      id: 'validator',
      header: 'Validator',
      rowHeader: true,
      cell: (validator) => <NameCell validator={validator} onOpen={context.onOpen} />,
      ...sorted('name'),
    },
    {
      id: 'state',
      header: isRoot(netuid) ? 'On root' : `On SN${netuid}`,
      width: 'w-32 @max-[58rem]:w-29',
      cell: (validator) => <StateHere validator={validator} netuid={netuid} blockNumber={blockNumber} />,
      ...sorted('lastUpdate'),
    },
    {
      id: 'take',
      header: 'Take',
      figures: true,
      width: 'w-25 @max-[58rem]:w-21',
      cell: (validator) => <TakeFigure validator={validator} />,
      ...sorted('take'),
    },
    {
      id: 'stake',
      header: 'Stake here',
      figures: true,
      width: 'w-41 @max-[58rem]:w-39',
      cell: ({ stakeHere, totalSpot }) => (
        <>
          <Amount value={stakeHere} unit={unit} always />
          <span className="block text-xs text-muted" title="Everything staked with it on all subnets, at spot prices">
            all: <Amount value={totalSpot} unit={TAO} always />
          </span>
        </>
      ),
      ...sorted('stakeHere'),
    },
    {
      id: 'yield',
      header: 'Yield a year',
      figures: true,
      width: 'w-28 @max-[58rem]:w-27',
      cell: (validator) => <YieldFigure validator={validator} netuid={netuid} can={can} />,
      ...sorted('yield'),
    },
    {
      id: 'dividends',
      header: 'Dividends',
      figures: true,
      width: 'w-33',
      className: '@max-[58rem]:hidden',
      cell: ({ dividends, nominators }) => (
        <>
          {dividends === undefined ? <Nothing /> : dividendsText(dividends)}
          <span className="block text-xs text-muted">
            {nominators === 1 ? '1 nominator' : `${countText(nominators)} nominators`}
          </span>
        </>
      ),
      ...sorted('dividends'),
    },
    {
      id: 'action',
      header: 'Action',
      headerHidden: true,
      width: 'w-24 @max-[58rem]:w-23',
      className: 'text-right',
      cell: (validator) => (
        <Button size="sm" onClick={() => context.onStake(validator)}>
          Stake
        </Button>
      ),
    },
  ];
}

function Nothing() {
  return (
    <span className="text-muted">
      <span aria-hidden="true">–</span>
      <span className="sr-only">not known</span>
    </span>
  );
}

function Marks({ validator, context }: { validator: ValidatorHere; context: RowContext }) {
  const name = spokenName(validator);
  const isFavourite = context.favourites.has(validator.hotkey);
  const isMarked = context.marked.includes(validator.hotkey);
  return (
    <span className="flex items-center gap-1.5 @max-[58rem]:flex-col @max-[58rem]:gap-0.5">
      <IconButton
        icon={Star}
        size="sm"
        label={isFavourite ? `Take ${name} from the favourites` : `Make ${name} a favourite`}
        aria-pressed={isFavourite}
        onClick={() => context.onFavourite(validator)}
        className={cx(isFavourite && 'text-accent [&_svg]:fill-current')}
      />
      <input
        type="checkbox"
        aria-label={`Compare ${name}`}
        title="Compare"
        checked={isMarked}
        disabled={!isMarked && context.marked.length >= MAX_COMPARED}
        onChange={() => context.onMark(validator)}
        className="size-4 accent-accent-fill disabled:opacity-40"
      />
    </span>
  );
}

function NameCell({ validator, onOpen }: { validator: ValidatorHere; onOpen: RowContext['onOpen'] }) {
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <Identicon address={validator.hotkey} size={28} />
      <span className="min-w-0">
        <button
          type="button"
          onClick={() => onOpen(validator)}
          className="block max-w-full truncate rounded-sm text-left font-medium hover:underline"
        >
          <ValidatorName name={validator.name} />
        </button>
        <AddressText address={validator.hotkey} className="text-muted" />
      </span>
    </span>
  );
}
