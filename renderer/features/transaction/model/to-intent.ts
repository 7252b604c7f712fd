import type { NetworkId } from '../../../../shared/constants/networks.ts';
import type { Intent, StakeStep } from '../../../../shared/contract/index.ts';
import type { Form, FormKind, StepForm } from './form.ts';
import { type FormProblems, Problems } from './read/problems.ts';
import type { Read } from './read/reader.ts';
import { readSend } from './read/send.ts';
import {
  readAutoStake,
  readBasketBuy,
  readBasketClaim,
  readClaim,
  readClaimType,
  readTakeForm,
} from './read/settings.ts';
import {
  readBatch,
  readExitAll,
  readMove,
  readStake,
  readStep,
  readSwap,
  readTransferStake,
  readUnstake,
} from './read/stake.ts';

export type IntentReading<Wish = Intent> =
  | { readonly ok: true; readonly intent: Wish }
  | { readonly ok: false; readonly problems: FormProblems };

const READERS: { readonly [Kind in FormKind]: Read<Kind> } = {
  send: readSend,
  stake: readStake,
  unstake: readUnstake,
  move: readMove,
  swap: readSwap,
  transferStake: readTransferStake,
  exitAll: readExitAll,
  batch: readBatch,
  autoStake: readAutoStake,
  claimType: readClaimType,
  claim: readClaim,
  basketClaim: readBasketClaim,
  basketBuy: readBasketBuy,
  take: readTakeForm,
};

function finish<Wish>(from: string, problems: Problems, read: () => Wish): IntentReading<Wish> {
  if (from === '') problems.say('from', 'Choose an account.', true);
  const intent = read();
  return problems.none ? { ok: true, intent } : { ok: false, problems };
}

/** Reads a form into an intent, or says for every field what stands in the way. */
export function toIntent(form: Form, network: NetworkId): IntentReading {
  const problems = new Problems(network);
  // the table pairs every kind with the reader of that kind, which an indexed call cannot show
  const read = READERS[form.kind] as (form: Form, problems: Problems) => Intent;
  return finish(form.from, problems, () => read(form, problems));
}

/** Reads the step that a batch is being given. */
export function toStep(form: StepForm, network: NetworkId): IntentReading<StakeStep> {
  const problems = new Problems(network);
  return finish(form.from, problems, () => readStep(form, problems));
}

/** Equal for two intents exactly when they ask for the same thing, in whatever order their fields stand. */
export function intentKey(intent: Intent): string {
  return JSON.stringify(inOrder(intent), (_name, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, field]) => [name, inOrder(field)]),
  );
}
