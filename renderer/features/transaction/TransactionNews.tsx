import { useEffect, useRef } from 'react';
import { forgetOwnStaking } from '../../api/own-staking.ts';
import { intentText, isSettled, STATE_COPY, sentenceFor } from '../../copy/index.ts';
import { useJournal } from '../../stores/journal.ts';
import { showToast } from '../../ui/toasts.ts';
import { flowStore } from './flow-store.ts';
import { newlySettled } from './model/newly-settled.ts';
import { useNames } from './use-names.ts';

/** Tells how a transaction ended when the panel is not there to show it. */
export function TransactionNews() {
  const { entries } = useJournal();
  const names = useNames();
  const known = useRef<ReadonlyMap<string, boolean>>(undefined);
  useEffect(() => {
    if (entries === undefined) {
      known.current = undefined;
      return;
    }
    const before = known.current;
    known.current = new Map(entries.map(({ txId, state, final }) => [txId, isSettled(state, final)]));
    const { flow } = flowStore.getState();
    const settled = newlySettled(before, entries);
    if (settled.length > 0) forgetOwnStaking();
    for (const entry of settled) {
      if (flow.at === 'tracking' && flow.txId === entry.txId) continue;
      const what = intentText(entry.intent, names);
      if (entry.state === 'finalized') showToast('success', 'Finalized', what);
      else if (entry.error === undefined) showToast('attention', STATE_COPY[entry.state].label, what);
      else showToast('danger', sentenceFor(entry.error).title, what);
    }
  }, [entries, names]);
  return null;
}
