import type { AssetAmount } from '../../../../shared/contract/index.ts';
import { Amount, TAO } from '../../../ui/Amount.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { editForm } from '../actions.ts';
import type { SendForm } from '../model/form.ts';
import { CLOSE_CONSENT, type FormProblems } from '../model/to-intent.ts';
import { RecipientField } from '../recipient/RecipientField.tsx';
import type { RecipientFinding } from '../recipient/recipient-checks.ts';
import { readRecipient } from '../recipient/recipient-text.ts';
import { useNetworkId } from '../use-network-id.ts';
import { AmountField } from './AmountField.tsx';

export interface SendFieldsProps {
  readonly form: SendForm;
  readonly problems: FormProblems;
  readonly findings: readonly RecipientFinding[];
  /** What would be sent now, from the quote, where everything is sent. */
  readonly sends: AssetAmount | undefined;
}

/** Recipient and amount of a transfer. */
export function SendFields({ form, problems, findings, sends }: SendFieldsProps) {
  const network = useNetworkId();
  const { sentences, missing } = problems;
  const recipient = readRecipient(form.to, network);
  return (
    <>
      <RecipientField
        value={form.to}
        address={recipient.ok ? recipient.address : undefined}
        findings={sentences.to === undefined ? findings : []}
        problem={sentences.to}
        missing={missing.includes('to')}
        onChange={(to) => editForm({ ...form, to })}
      />
      {form.mode === 'exact' ? (
        <AmountField
          label="Amount"
          unit="τ"
          value={form.amount}
          problem={sentences.amount}
          missing={missing.includes('amount')}
          shortcuts={[{ label: 'Max', onPress: () => editForm({ ...form, mode: 'all', amount: '' }) }]}
          onChange={(amount) => editForm({ ...form, amount })}
        />
      ) : (
        <AllOfIt form={form} sends={sends} consentProblem={sentences.consent} />
      )}
    </>
  );
}

function AllOfIt({
  form,
  sends,
  consentProblem,
}: {
  form: SendForm;
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
        onChange={(close) => editForm({ ...form, mode: close ? 'close' : 'all', consent: '' })}
      />
      {closing ? (
        <TextField
          label="Consent"
          hint={`Type "${CLOSE_CONSENT}" to agree.`}
          maxLength={64}
          value={form.consent}
          error={form.consent === '' ? undefined : consentProblem}
          onChange={(event) => editForm({ ...form, consent: event.currentTarget.value })}
        />
      ) : null}
      <div>
        <Button size="sm" onClick={() => editForm({ ...form, mode: 'exact', consent: '' })}>
          Type an amount instead
        </Button>
      </div>
    </fieldset>
  );
}
