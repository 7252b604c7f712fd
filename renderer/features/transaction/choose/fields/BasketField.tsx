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

/** A validator of whose root basket the account has shares. */
export function BasketField({ from, value, onChange }: BasketFieldProps) {
  const reading = useBaskets();
  return (
    <Reading of={reading} label="Reading what baskets owe">
      {({ baskets }) => {
        const own = baskets.filter(({ coldkey }) => coldkey === from);
        const chosen = own.find(({ hotkey }) => hotkey === value);
        if (own.length === 0)
          return (
            <Banner tone="info" title="This account has no share of a basket.">
              Stake on root with a validator, or buy into its basket.
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
                  Pays now: <Amount value={chosen.owed} unit={TAO} full approximate />
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
