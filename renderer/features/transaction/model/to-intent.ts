import type { NetworkId } from '../../../../shared/constants/networks.ts';
import type { Intent } from '../../../../shared/contract/index.ts';
import {
  type Coldkey,
  type Hotkey,
  isRoot,
  type Ppm,
  toAlphaRao,
  toPpm,
  toRao,
  WIDEST_TOLERANCE,
} from '../../../../shared/units/index.ts';
import { parsePercent } from '../../../lib/percent-text.ts';
import { readRecipient } from '../recipient/recipient-text.ts';
import { readAmount } from './amount-text.ts';
import type { Form, SendForm, StakeForm, UnstakeForm } from './form.ts';

export type FormField = 'from' | 'to' | 'amount' | 'consent' | 'hotkey' | 'netuid' | 'tolerance';

/** Sentences by field. `missing` fields are merely not filled in yet. */
export interface FormProblems {
  readonly sentences: Readonly<Partial<Record<FormField, string>>>;
  readonly missing: readonly FormField[];
}

export type IntentReading =
  | { readonly ok: true; readonly intent: Intent }
  | { readonly ok: false; readonly problems: FormProblems };

/** What is typed to agree to the closing of an account. */
export const CLOSE_CONSENT = 'close this account';

class Problems {
  readonly sentences: Partial<Record<FormField, string>> = {};
  readonly missing: FormField[] = [];

  say(field: FormField, sentence: string, missing = false): void {
    this.sentences[field] = sentence;
    if (missing) this.missing.push(field);
  }

  get none(): boolean {
    return Object.keys(this.sentences).length === 0;
  }
}

function amountOf(text: string, problems: Problems): bigint {
  const amount = readAmount(text);
  if (amount.ok) return amount.value;
  problems.say('amount', amount.sentence, amount.problem === 'empty');
  return 0n;
}

function toleranceOf(text: string, problems: Problems): Ppm {
  const parsed = parsePercent(text);
  if (parsed.ok && parsed.value <= WIDEST_TOLERANCE) return parsed.value;
  problems.say('tolerance', 'Use a percentage from 0 to 50 with at most four decimals, like 0.5.', text === '');
  return toPpm(0);
}

function sendIntent(form: SendForm, network: NetworkId, problems: Problems): Intent {
  const recipient = readRecipient(form.to, network);
  if (!recipient.ok) problems.say('to', recipient.sentence, recipient.problem === 'empty');
  else if (recipient.address === form.from)
    problems.say('to', 'This is the account you are sending from. Choose another recipient.');
  const common = { coldkey: form.from as Coldkey, to: (recipient.ok ? recipient.address : '') as Coldkey };
  if (form.mode === 'exact')
    return { kind: 'transfer.keepAlive', ...common, amount: toRao(amountOf(form.amount, problems)) };
  const close = form.mode === 'close';
  if (close && form.consent.trim().toLowerCase() !== CLOSE_CONSENT)
    problems.say('consent', `Type "${CLOSE_CONSENT}" to agree.`, true);
  return { kind: 'transfer.all', ...common, keepAlive: !close, reapConsent: close };
}

function tradeIntent(form: StakeForm | UnstakeForm, problems: Problems): Intent | undefined {
  if (form.hotkey === '') problems.say('hotkey', 'Choose a validator.', true);
  const netuid = form.netuid;
  if (netuid === undefined) {
    problems.say('netuid', 'Choose a subnet.', true);
    return undefined;
  }
  const all = form.kind === 'unstake' && form.all;
  const amount = all ? 0n : amountOf(form.amount, problems);
  const common = {
    coldkey: form.from as Coldkey,
    hotkey: form.hotkey as Hotkey,
    netuid,
    // root has no pool, so neither has a price that could move
    tolerance: isRoot(netuid) ? toPpm(0) : toleranceOf(form.tolerance, problems),
    allowPartial: !isRoot(netuid) && form.allowPartial,
  };
  return form.kind === 'stake'
    ? { kind: 'stake.add', ...common, amount: toRao(amount) }
    : { kind: 'stake.remove', ...common, amount: toAlphaRao(amount), all };
}

/** Reads a form into an intent, or says for every field what stands in the way. */
export function toIntent(form: Form, network: NetworkId): IntentReading {
  const problems = new Problems();
  if (form.from === '') problems.say('from', 'Choose an account.', true);
  const intent = form.kind === 'send' ? sendIntent(form, network, problems) : tradeIntent(form, problems);
  return intent !== undefined && problems.none ? { ok: true, intent } : { ok: false, problems };
}

/** Equal for two intents exactly when they ask for the same thing, in whatever order their fields stand. */
export function intentKey(intent: Intent): string {
  const fields = Object.entries(intent).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(fields, (_name, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
}
