import type { Intent } from '../../../../shared/contract/index.ts';

/** Somebody an intent names. */
export interface IntentParty {
  /** Its part in the transaction: `From`. */
  readonly part: string;
  readonly address: string;
  readonly is: 'own' | 'recipient' | 'validator';
}

function validatorsOf(intent: Intent): readonly IntentParty[] {
  if (intent.kind === 'stake.batch') return intent.steps.flatMap(validatorsOf);
  if (!('hotkey' in intent) || intent.hotkey === undefined) return [];
  const { hotkey } = intent;
  if (intent.kind !== 'stake.move') return [{ part: 'Validator', address: hotkey, is: 'validator' }];
  return [
    { part: 'From validator', address: hotkey, is: 'validator' },
    { part: 'To validator', address: intent.toHotkey, is: 'validator' },
  ];
}

/** Every recipient an intent names, in the order of its steps. */
export function recipientsOf(intent: Intent): readonly string[] {
  if (intent.kind === 'stake.batch') return intent.steps.flatMap(recipientsOf);
  return 'to' in intent ? [intent.to] : [];
}

/** Everybody an intent names, each once in each part: the account, recipients, validators. */
export function partiesOf(intent: Intent): readonly IntentParty[] {
  const recipients = recipientsOf(intent);
  const all: readonly IntentParty[] = [
    { part: recipients.length > 0 ? 'From' : 'Account', address: intent.coldkey, is: 'own' },
    ...recipients.map((address): IntentParty => ({ part: 'To', address, is: 'recipient' })),
    ...validatorsOf(intent),
  ];
  return [...new Map(all.map((party) => [`${party.part}.${party.address}`, party])).values()];
}
