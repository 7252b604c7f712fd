import type { Intent, Moved, TxState } from '../../shared/contract/index.ts';

export type StateTone = 'waiting' | 'success' | 'danger' | 'attention';

export interface StateCopy {
  readonly label: string;
  readonly tone: StateTone;
  readonly detail: string;
}

/** What a person reads for each state; "final" means finalized and nothing less. */
export const STATE_COPY: Readonly<Record<TxState, StateCopy>> = {
  signed: { label: 'Signed', tone: 'waiting', detail: 'Signed and noted in the journal; not yet sent.' },
  sent: { label: 'Sent', tone: 'waiting', detail: 'An endpoint has it; it waits for a block.' },
  in_block: { label: 'In block', tone: 'waiting', detail: 'It is in a block that could still be undone by a fork.' },
  finalized: { label: 'Finalized', tone: 'success', detail: 'Its block is final: it cannot be undone.' },
  failed: { label: 'Failed', tone: 'danger', detail: 'The chain refused it.' },
  expired: {
    label: 'Expired',
    tone: 'attention',
    detail: 'It did not get into a block in time and never will. It is safe to try again.',
  },
  unknown: {
    label: 'Unknown',
    tone: 'attention',
    detail: 'Soma cannot tell yet and keeps looking. Do not send it again before this changes.',
  },
};

/** What an amount that changed hands is; shares of a basket are no TAO before they are claimed. */
export const MOVED_WORDS: Readonly<Record<Moved['way'], string>> = {
  received: 'Received',
  sent: 'Sent',
  spent: 'Spent',
  worth: 'Shares gained in worth',
};

/** States after which nothing more happens, once the block is final. */
export function isSettled(state: TxState, final: boolean): boolean {
  return state === 'finalized' || state === 'expired' || (state === 'failed' && final);
}

export const INTENT_LABELS: Readonly<Record<Intent['kind'], string>> = {
  'transfer.keepAlive': 'Send',
  'transfer.all': 'Send all',
  'transfer.allowDeath': 'Send',
  'stake.add': 'Stake',
  'stake.remove': 'Unstake',
  'stake.move': 'Move to another validator',
  'stake.swap': 'Swap subnet',
  'stake.transfer': 'Transfer stake',
  'stake.batch': 'Several at once',
  'stake.exitAll': 'Unstake everything',
  'autoStake.set': 'Auto-stake destination',
  'root.claimType': 'Root dividends',
  'root.claim': 'Claim root dividends',
  'basket.claim': 'Claim basket',
  'basket.buy': 'Buy into basket',
  'take.set': 'Validator take',
};
