import type { Review } from '../../../shared/contract/index.ts';
import { api } from '../../api/client.ts';
import { toAppError } from '../../api/errors.ts';
import { sentenceFor } from '../../copy/index.ts';
import { heartbeatStore } from '../../stores/heartbeat.ts';
import { settingsStore } from '../../stores/settings.ts';
import { showToast } from '../../ui/toasts.ts';
import { USUAL_TOLERANCE } from './choose/use-usual-tolerance.ts';
import { flowStore } from './flow-store.ts';
import { type FlowEffect, type FlowEvent, nextFlow } from './model/flow.ts';
import type { Form, FormKind, Preset } from './model/form.ts';
import { newForm } from './model/new-form.ts';
import { toIntent } from './model/to-intent.ts';

let tickets = 0;

/** Moves the flow on and does what follows from it, except approving, which needs the password. */
export function dispatch(event: FlowEvent): readonly FlowEffect[] {
  const { flow, effects } = nextFlow(flowStore.getState().flow, event);
  flowStore.setState({ flow });
  for (const effect of effects) run(effect);
  return effects;
}

function run(effect: FlowEffect): void {
  switch (effect.do) {
    case 'review':
      api.transactions.review({ intent: effect.intent }).then(
        (review) => dispatch({ on: 'reviewed', ticket: effect.ticket, review }),
        (error: unknown) => dispatch({ on: 'review_failed', ticket: effect.ticket, error: toAppError(error) }),
      );
      return;
    case 'discard':
      // A review main no longer knows is as good as discarded; it also expires by itself.
      api.transactions.discard({ reviewId: effect.reviewId }).catch(() => undefined);
      return;
    case 'tell_failure': {
      const { title, detail } = sentenceFor(effect.error);
      showToast('danger', title, detail);
      return;
    }
    case 'approve':
      return;
  }
}

/** Opens the panel at its first step. The only way into a transaction. */
export function openTransaction(kind: FormKind, preset: Preset = {}): void {
  const tolerance = settingsStore.getState().settings?.tolerance ?? USUAL_TOLERANCE;
  const form = newForm(kind, preset, tolerance);
  dispatch({ on: 'open', form });
  editForm(form);
}

/** Opens the panel for a page that is about this kind, unless a transaction is on screen already. */
export function openTransactionIfIdle(kind: FormKind, preset: Preset = {}): void {
  if (flowStore.getState().flow.at === 'closed') openTransaction(kind, preset);
}

/** Takes the form as it now stands; a review of the earlier one is thrown away. */
export function editForm(form: Form): void {
  const network =
    heartbeatStore.getState().heartbeat?.network ?? settingsStore.getState().settings?.network ?? 'practice';
  const reading = toIntent(form, network);
  dispatch({ on: 'edit', form, intent: reading.ok ? reading.intent : undefined });
}

export function requestReview(): void {
  tickets += 1;
  dispatch({ on: 'review', ticket: tickets });
}

/** Approves what is on screen. The password goes to main and is kept nowhere here. */
export async function approve(password: string): Promise<void> {
  const effects = dispatch({ on: 'approve', nowMs: Date.now() });
  const review = effects.find((effect) => effect.do === 'approve')?.review;
  if (review !== undefined) await sendApproval(review, password);
}

async function sendApproval({ reviewId, payloadHash }: Review, password: string): Promise<void> {
  try {
    const { txId } = await api.transactions.approve({ reviewId, payloadHash, password });
    dispatch({ on: 'approved', reviewId, txId });
  } catch (thrown) {
    const error = toAppError(thrown);
    // No typed answer: the line broke on the way, and whether it was signed is for the journal to say.
    const told =
      error.code === 'internal' && !isAnswer(thrown) ? ({ code: 'tx.unknown_outcome', facts: {} } as const) : error;
    dispatch({ on: 'approve_failed', reviewId, error: told });
  }
}

/** True when main itself answered with a failure, as opposed to a line that broke. */
function isAnswer(thrown: unknown): boolean {
  return typeof thrown === 'object' && thrown !== null && 'data' in thrown && thrown.data !== undefined;
}
