import { isRoot } from '../../../../../shared/units/index.ts';
import { Banner } from '../../../../ui/Banner.tsx';
import type { MoveForm } from '../../model/form.ts';
import type { FieldsProps } from '../fields/fields-props.ts';
import { LeavingField } from '../fields/LeavingField.tsx';
import { PositionField } from '../fields/PositionField.tsx';
import { SubnetField } from '../fields/SubnetField.tsx';
import { TradeLimits } from '../fields/TradeLimits.tsx';
import { ValidatorField } from '../fields/ValidatorField.tsx';

/** From one validator to another, on the same subnet or on another one too. */
export function MoveFields({ form, edit, problems }: FieldsProps<MoveForm>) {
  const { netuid, toNetuid } = form;
  const stays = toNetuid === undefined || toNetuid === netuid;
  return (
    <>
      <PositionField
        from={form.from}
        hotkey={form.hotkey}
        netuid={netuid}
        onChange={(chosen) => edit({ ...form, hotkey: chosen.hotkey, netuid: chosen.netuid, amount: '', all: false })}
      />
      <LeavingField form={form} problems={problems} onChange={(leaving) => edit({ ...form, ...leaving })} />
      <ValidatorField
        label="To validator"
        value={form.toHotkey}
        netuid={toNetuid ?? netuid}
        problem={problems.missing.includes('toHotkey') ? undefined : problems.sentences.toHotkey}
        onChange={(toHotkey) => edit({ ...form, toHotkey })}
      />
      <SubnetField
        label="To subnet"
        value={toNetuid}
        none="The same subnet"
        onChange={(chosen) => edit({ ...form, toNetuid: chosen })}
      />
      {netuid === undefined ? null : stays ? (
        <Banner tone="info" title="Inside one subnet nothing is traded.">
          {isRoot(netuid) ? 'The TAO moves as it is.' : 'The alpha moves as it is: no pool, no price and no swap fee.'}
        </Banner>
      ) : (
        <TradeLimits
          needs="swapStakeLimit"
          tolerance={form.tolerance}
          problems={problems}
          onTolerance={(tolerance) => edit({ ...form, tolerance })}
        />
      )}
    </>
  );
}
