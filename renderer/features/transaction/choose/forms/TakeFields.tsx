import { useOwnHotkeys } from '../../../../api/own-staking.ts';
import { Banner } from '../../../../ui/Banner.tsx';
import { Combobox } from '../../../../ui/Combobox.tsx';
import type { TakeForm } from '../../model/form.ts';
import type { FieldsProps } from '../fields/fields-props.ts';
import { validatorLabel } from '../fields/options.ts';
import { Reading } from '../fields/Reading.tsx';
import { TakeAmount } from './TakeAmount.tsx';

/** What an own validator keeps of the earnings. */
export function TakeFields({ form, edit, problems }: FieldsProps<TakeForm>) {
  const reading = useOwnHotkeys();
  return (
    <Reading of={reading} label="Reading your validators">
      {({ hotkeys, takeMin, takeMax }) => {
        const own = hotkeys.filter(({ coldkey }) => coldkey === form.from);
        if (own.length === 0)
          return (
            <Banner tone="info" title="This account owns no validator.">
              Choose the account that does.
            </Banner>
          );
        const chosen = own.find(({ hotkey }) => hotkey === form.hotkey);
        return (
          <>
            <Combobox
              label="Validator"
              value={form.hotkey}
              options={own.map(({ hotkey, name }) => ({
                value: hotkey,
                label: validatorLabel(hotkey, name),
                keywords: hotkey,
              }))}
              onChange={(hotkey) => edit({ ...form, hotkey })}
            />
            {chosen === undefined ? null : (
              <TakeAmount
                validator={chosen}
                bounds={{ least: takeMin, most: takeMax }}
                value={form.take}
                problem={problems.missing.includes('take') ? undefined : problems.sentences.take}
                onChange={(take) => edit({ ...form, take })}
              />
            )}
          </>
        );
      }}
    </Reading>
  );
}
