import type { Intent, JournalEntry, TxState } from '../../../shared/contract/index.ts';

export type StateFilter = 'all' | 'under_way' | 'finalized' | 'failed';
export type KindFilter = 'all' | 'send' | 'stake' | 'unstake' | 'move' | 'dividends' | 'settings';

const STATE_GROUPS: Readonly<Record<TxState, StateFilter>> = {
  signed: 'under_way',
  sent: 'under_way',
  in_block: 'under_way',
  unknown: 'under_way',
  finalized: 'finalized',
  failed: 'failed',
  expired: 'failed',
};
const KIND_GROUPS: Readonly<Record<Intent['kind'], KindFilter>> = {
  'transfer.keepAlive': 'send',
  'transfer.all': 'send',
  'transfer.allowDeath': 'send',
  'stake.add': 'stake',
  'stake.remove': 'unstake',
  'stake.move': 'move',
  'stake.swap': 'move',
  'stake.transfer': 'send',
  'stake.batch': 'move',
  'stake.exitAll': 'unstake',
  'autoStake.set': 'settings',
  'root.claimType': 'settings',
  'root.claim': 'dividends',
  'basket.claim': 'dividends',
  'basket.buy': 'stake',
  'take.set': 'settings',
};

/** Entries of this state and kind, newest first as they came; of one account, or of all. */
export function filterEntries(
  entries: readonly JournalEntry[],
  state: StateFilter,
  kind: KindFilter,
  account: string | undefined,
): readonly JournalEntry[] {
  return entries.filter(
    (entry) =>
      (state === 'all' || STATE_GROUPS[entry.state] === state) &&
      (kind === 'all' || KIND_GROUPS[entry.intent.kind] === kind) &&
      (account === undefined || entry.intent.coldkey === account),
  );
}
