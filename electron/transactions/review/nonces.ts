import type { Coldkey } from '../../../shared/units/index.ts';
import type { JournalRecord } from '../../store/index.ts';

/*
 * Two signatures of one account must never carry the same nonce unless the first is surely lost. The chain says which
 * nonce comes next; on top of that we keep back the nonces of what this app handed over and the node may not count yet.
 * A review alone keeps nothing back: one that was left open must not leave a hole before the next. If two reviews of one
 * account are open, approving the first voids the second (tx.nonce_changed), and approvals of one account queue.
 *
 * What expired, failed, or is unknown keeps nothing back either: the same nonce then means that at most one of the two
 * can ever happen, which is what somebody who tries again wants.
 */
function keepsNonce({ state, sendStartedMs }: JournalRecord): boolean {
  return state === 'sent' || (state === 'signed' && sendStartedMs !== undefined);
}

/** Lowest nonce from `next` (the chain's) on that nothing on its way to the chain has taken. */
export function freeNonce(next: number, signer: Coldkey, pending: readonly JournalRecord[]): number {
  const taken = new Set(
    pending.filter((record) => record.signer === signer && keepsNonce(record)).map(({ nonce }) => nonce),
  );
  let nonce = next;
  while (taken.has(nonce)) nonce += 1;
  return nonce;
}
