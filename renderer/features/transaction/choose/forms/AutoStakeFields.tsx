import { useAutoStake } from '../../../../api/own-staking.ts';
import type { AutoStakeForm } from '../../model/form.ts';
import type { FieldsProps } from '../fields/fields-props.ts';
import { validatorLabel } from '../fields/options.ts';
import { Reading } from '../fields/Reading.tsx';
import { SubnetField } from '../fields/SubnetField.tsx';
import { ValidatorField } from '../fields/ValidatorField.tsx';

/** Where mining rewards of the account's neurons on a subnet are staked. */
export function AutoStakeFields({ form, edit }: FieldsProps<AutoStakeForm>) {
  const { from, netuid } = form;
  const reading = useAutoStake();
  return (
    <>
      <p className="text-sm text-muted">
        The chain stakes what your own miners on a subnet earn with the validator you name. Stake you already have stays
        where it is.
      </p>
      <SubnetField withoutRoot value={netuid} onChange={(chosen) => edit({ ...form, netuid: chosen })} />
      {netuid === undefined ? null : (
        <Reading of={reading} label="Reading what is set now">
          {({ destinations }) => {
            const now = destinations.find((row) => row.coldkey === from && row.netuid === netuid);
            return (
              <p className="text-sm text-muted">
                Now: {now === undefined ? 'none chosen' : validatorLabel(now.hotkey, now.name)}
              </p>
            );
          }}
        </Reading>
      )}
      <ValidatorField value={form.hotkey} netuid={netuid} onChange={(hotkey) => edit({ ...form, hotkey })} />
    </>
  );
}
