import type { ValidatorHere } from '../../../shared/contract/index.ts';
import { formatTake, isRoot, type Netuid } from '../../../shared/units/index.ts';
import { useDirectory } from '../../api/directory.ts';
import { useOwnHotkeys } from '../../api/own-staking.ts';
import { blockText } from '../../lib/time-text.ts';
import { AddressText } from '../../ui/AddressText.tsx';
import { Amount, type AmountUnit, TAO } from '../../ui/Amount.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Identicon } from '../../ui/Identicon.tsx';
import { KeyValue } from '../../ui/KeyValue.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { FamilyOnSubnet } from './FamilyOnSubnet.tsx';
import { blocksSinceUpdate, idleReason } from './model/activity.ts';
import { blocksAgoText, countText, dividendsText } from './model/figures-text.ts';
import type { DividendCapabilities } from './model/yield-reason.ts';
import { SubnetsServed } from './SubnetsServed.tsx';
import { ValidatorName } from './ValidatorName.tsx';
import { YieldFigure } from './YieldFigure.tsx';

export interface ValidatorPanelProps {
  readonly validator: ValidatorHere;
  readonly netuid: Netuid;
  readonly unit: AmountUnit;
  readonly blockNumber: number;
  readonly can: DividendCapabilities;
  readonly onClose: () => void;
  readonly onStake: (validator: ValidatorHere) => void;
}

/** Everything there is to know of one validator, beside the list. */
export function ValidatorPanel(props: ValidatorPanelProps) {
  const { validator, netuid, onClose, onStake } = props;
  const owned = useOwnHotkeys();
  const own = owned.is === 'read' ? owned.value.hotkeys.find(({ hotkey }) => hotkey === validator.hotkey) : undefined;
  const family = own?.subnets.filter(
    ({ children, parents, pending }) => [...children, ...parents, ...(pending?.children ?? [])].length > 0,
  );
  return (
    <SidePanel
      title="Validator"
      onClose={onClose}
      footer={
        <Button look="primary" onClick={() => onStake(validator)}>
          {isRoot(netuid) ? 'Stake on root' : `Stake on SN${netuid}`}
        </Button>
      }
    >
      <div className="mb-5 flex gap-3">
        <Identicon address={validator.hotkey} size={40} />
        <div className="min-w-0">
          <h3 className="text-lg font-semibold wrap-break-word">
            <ValidatorName name={validator.name} max={64} />
          </h3>
          <AddressText address={validator.hotkey} full copy />
        </div>
      </div>
      <div className="flex flex-col gap-6">
        <Warnings validator={validator} netuid={netuid} />
        <section>
          <h4 className="mb-2 font-semibold">{isRoot(netuid) ? 'On root' : `On SN${netuid}`}</h4>
          <Here {...props} />
        </section>
        <section>
          <h4 className="mb-2 font-semibold">Everywhere</h4>
          <Everywhere validator={validator} />
        </section>
        <SubnetsServed hotkey={validator.hotkey} />
        {family === undefined || family.length === 0 ? null : (
          <section>
            <h4 className="mb-2 font-semibold">Children and parents</h4>
            <div>
              {family.map((subnet) => (
                <FamilyOnSubnet key={subnet.netuid} subnet={subnet} />
              ))}
            </div>
          </section>
        )}
      </div>
    </SidePanel>
  );
}

function Warnings({ validator, netuid }: Pick<ValidatorPanelProps, 'validator' | 'netuid'>) {
  const reason = idleReason(validator);
  const { takeRose } = validator;
  const where = isRoot(netuid) ? 'root' : `SN${netuid}`;
  return (
    <>
      {reason === undefined ? null : (
        <Banner tone="attention" title={`It does not validate on ${where}.`}>
          {reason === 'not_registered'
            ? `It is not registered there: stake with it on ${where} earns nothing.`
            : `It has no permit there: stake with it on ${where} earns nothing.`}
        </Banner>
      )}
      {takeRose === undefined ? null : (
        <Banner
          tone="attention"
          title={`Its take rose from ${formatTake(takeRose.from)} to ${formatTake(takeRose.to)}.`}
        >
          Soma saw the change in the last 30 days. A yield measured before it is too high.
        </Banner>
      )}
    </>
  );
}

function Here({ validator, netuid, unit, blockNumber, can }: ValidatorPanelProps) {
  const since = blocksSinceUpdate(validator, blockNumber);
  const { dividends, nominatorDividends, registeredHere, permitHere } = validator;
  const seat = isRoot(netuid) ? 'Seat' : 'Permit';
  return (
    <KeyValue
      rows={[
        {
          id: 'state',
          label: 'State',
          value: permitHere ? seat : registeredHere ? 'Registered, no permit' : 'Not registered',
        },
        { id: 'stake', label: 'Stake here', value: <Amount value={validator.stakeHere} unit={unit} always /> },
        { id: 'yield', label: 'Yield a year, measured', value: <YieldFigure {...{ validator, netuid, can }} /> },
        ...(dividends === undefined
          ? []
          : [{ id: 'dividends', label: 'Share of the dividends', value: dividendsText(dividends) }]),
        ...(nominatorDividends === undefined
          ? []
          : [
              {
                id: 'paid',
                label: 'Paid to nominators, last epoch',
                value: <Amount value={nominatorDividends} unit={unit} always />,
              },
            ]),
        ...(since === undefined ? [] : [{ id: 'update', label: 'Last update', value: blocksAgoText(since) }]),
      ]}
    />
  );
}

function Everywhere({ validator }: { validator: ValidatorHere }) {
  const { take, takeChangedAt, nominators, owner } = validator;
  const label = useDirectory().account(owner)?.label;
  return (
    <KeyValue
      rows={[
        {
          id: 'take',
          label: 'Take',
          value: formatTake(take),
          ...(takeChangedAt === undefined || takeChangedAt === 0
            ? {}
            : { note: `Last changed in block ${blockText(takeChangedAt)}` }),
        },
        { id: 'root', label: 'Stake on root', value: <Amount value={validator.rootStake} unit={TAO} always /> },
        {
          id: 'total',
          label: 'Stake in total, spot',
          value: <Amount value={validator.totalSpot} unit={TAO} always />,
          note: 'All subnets at spot prices, before price impact and fees.',
        },
        { id: 'nominators', label: 'Nominators', value: countText(nominators) },
        {
          id: 'owner',
          label: label === undefined ? 'Owner' : `Owner: ${label}`,
          value: <AddressText address={owner} copy />,
        },
      ]}
    />
  );
}
