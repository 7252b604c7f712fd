import { useBaskets } from '../../../../api/own-staking.ts';
import { Amount, TAO } from '../../../../ui/Amount.tsx';
import { Banner } from '../../../../ui/Banner.tsx';
import { Combobox } from '../../../../ui/Combobox.tsx';
import { validatorLabel } from './options.ts';
import { Reading } from './Reading.tsx';

export interface BasketFieldProps {
  readonly from: string;
  readonly value: string;
  readonly onChange: (hotkey: string) => void;
}

/** A validator whose root basket owes the account something. */
export function BasketField({ from, value, onChange }: BasketFieldProps) {
  const reading = useBaskets();
  return (
    <Reading of={reading} label="Reading what baskets owe">
      {({ baskets }) => {
        const own = baskets.filter(({ coldkey }) => coldkey === from);
        const chosen = own.find(({ hotkey }) => hotkey === value);
        if (own.length === 0)
          return (
            <Banner tone="info" title="No basket owes this account anything.">
              Stake on root first; its validators keep a basket for you.
            </Banner>
          );
        return (
          <Combobox
            label="Validator"
            value={value}
            options={own.map(({ hotkey, name }) => ({
              value: hotkey,
              label: validatorLabel(hotkey, name),
              keywords: hotkey,
            }))}
            hint={
              chosen === undefined ? undefined : (
                <>
                  Owed: <Amount value={chosen.owed} unit={TAO} full />
                </>
              )
            }
            onChange={onChange}
          />
        );
      }}
    </Reading>
  );
}
