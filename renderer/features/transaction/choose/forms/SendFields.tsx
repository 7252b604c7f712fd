import type { AssetAmount } from '../../../../../shared/contract/index.ts';
import { Amount, TAO } from '../../../../ui/Amount.tsx';
import { Button } from '../../../../ui/Button.tsx';
import { Checkbox } from '../../../../ui/Checkbox.tsx';
import { TextField } from '../../../../ui/TextField.tsx';
import type { SendForm } from '../../model/form.ts';
import { CLOSE_CONSENT } from '../../model/read/send.ts';
import { AmountField } from '../fields/AmountField.tsx';
import type { FieldsProps } from '../fields/fields-props.ts';
import { RecipientOf } from '../fields/RecipientOf.tsx';

/** Recipient and amount of a transfer. */
export function SendFields({ form, edit, problems, findings, quote }: FieldsProps<SendForm>) {
  const { sentences, missing } = problems;
  return (
    <>
      <RecipientOf value={form.to} problems={problems} findings={findings} onChange={(to) => edit({ ...form, to })} />
      {form.mode === 'exact' ? (
        <AmountField
          label="Amount"
          unit="τ"
          value={form.amount}
          problem={sentences.amount}
          missing={missing.includes('amount')}
          shortcuts={[{ label: 'Max', onPress: () => edit({ ...form, mode: 'all', amount: '' }) }]}
          onChange={(amount) => edit({ ...form, amount })}
        />
      ) : (
        <AllOfIt form={form} edit={edit} sends={quote?.pay} consentProblem={sentences.consent} />
      )}
    </>
  );
}

function AllOfIt({
  form,
  edit,
  sends,
  consentProblem,
}: {
  form: SendForm;
  edit: (form: SendForm) => void;
  sends: AssetAmount | undefined;
  consentProblem: string | undefined;
}) {
  const closing = form.mode === 'close';
  return (
    <fieldset className="flex flex-col gap-4 rounded-control border border-line px-4 py-3.5">
      <legend className="px-1 text-sm font-semibold">Amount</legend>
      <div className="flex items-baseline justify-between gap-3">
        <span>{closing ? 'Everything' : 'Max: all but the deposit'}</span>
        {sends === undefined ? null : <Amount value={sends.amount} unit={TAO} full always className="font-semibold" />}
      </div>
      <Checkbox
        label="Close the account"
        hint="Sends the deposit too. The account then has no TAO and no entry on the chain; stake stays."
        checked={closing}
        onChange={(close) => edit({ ...form, mode: close ? 'close' : 'all', consent: '' })}
      />
      {closing ? (
        <TextField
          label="Consent"
          hint={`Type "${CLOSE_CONSENT}" to agree.`}
          maxLength={64}
          value={form.consent}
          error={form.consent === '' ? undefined : consentProblem}
          onChange={(event) => edit({ ...form, consent: event.currentTarget.value })}
        />
      ) : null}
      <div>
        <Button size="sm" onClick={() => edit({ ...form, mode: 'exact', consent: '' })}>
          Type an amount instead
        </Button>
      </div>
    </fieldset>
  );
}
