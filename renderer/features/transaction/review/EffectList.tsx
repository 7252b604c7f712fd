import type { Effect } from '../../../../shared/contract/index.ts';
import { useDirectory } from '../../../api/directory.ts';
import { AddressText } from '../../../ui/AddressText.tsx';
import { Amount } from '../../../ui/Amount.tsx';
import { HostileText } from '../../../ui/HostileText.tsx';
import { assetUnit } from '../asset-unit.ts';

const SUBJECTS: Readonly<Record<Effect['subject'], { readonly own: string; readonly other: string }>> = {
  free_balance: { own: 'Your balance', other: 'Their balance' },
  recipient_balance: { own: 'Recipient', other: 'Recipient' },
  stake_position: { own: 'Your stake', other: "The recipient's stake" },
};

/** Tells balances apart: two stakes with one validator may be on two subnets. */
const keyOf = ({ subject, address, hotkey, asset }: Effect): string =>
  [subject, address, hotkey ?? '', asset.kind === 'tao' ? 'tao' : asset.netuid].join('.');

export interface EffectListProps {
  readonly effects: readonly Effect[];
  /** The account that signs; balances of others are named as theirs. */
  readonly own: string;
}

/** Every balance that changes, before and after. Whole addresses, all decimals, nothing cut off at any zoom. */
export function EffectList({ effects, own }: EffectListProps) {
  return (
    <table className="w-full border-collapse text-sm">
      <caption className="mb-2 text-left text-base font-semibold">Before and after</caption>
      {effects.map((effect) => (
        <EffectRows key={keyOf(effect)} effect={effect} own={effect.address === own} />
      ))}
    </table>
  );
}

function EffectRows({ effect, own }: { effect: Effect; own: boolean }) {
  const { address, hotkey, subject, asset, before, after, exact } = effect;
  const unit = assetUnit(asset);
  const label = useDirectory().account(address)?.label;
  return (
    <tbody className="border-t border-line">
      <tr>
        <th scope="rowgroup" colSpan={2} className="pt-3 pb-1 text-left font-normal">
          <span className="font-semibold">{SUBJECTS[subject][own ? 'own' : 'other']}</span>
          {subject === 'stake_position' ? (asset.kind === 'tao' ? ' on root' : ` on subnet ${asset.netuid}`) : null}
          {label === undefined ? null : <span className="text-muted"> · {label}</span>}
          {hotkey === undefined ? null : <ValidatorName hotkey={hotkey} />}
          <span className="block">
            <AddressText address={hotkey ?? address} full />
          </span>
          {own || hotkey === undefined ? null : (
            <span className="block">
              <span className="text-muted">of </span>
              <AddressText address={address} full />
            </span>
          )}
        </th>
      </tr>
      <tr>
        <th scope="row" className="py-0.5 text-left font-normal text-muted">
          Before
        </th>
        <td className="text-right">
          <Amount value={before} unit={unit} full always />
        </td>
      </tr>
      <tr>
        <th scope="row" className="py-0.5 text-left font-normal text-muted">
          After
        </th>
        <td className="text-right font-semibold">
          <Amount value={after} unit={unit} full always approximate={!exact} />
        </td>
      </tr>
      <tr>
        <th scope="row" className="pt-0.5 pb-3 text-left font-normal text-muted">
          Change
        </th>
        <td className="pb-3 text-right">
          <Amount value={after - before} unit={unit} full signed always approximate={!exact} />
        </td>
      </tr>
    </tbody>
  );
}

function ValidatorName({ hotkey }: { hotkey: string }) {
  const name = useDirectory().validator(hotkey)?.name;
  return (
    <span className="text-muted">
      {' '}
      · <HostileText text={name ?? ''} fallback="validator without a name" />
    </span>
  );
}
