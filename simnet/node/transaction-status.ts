import type { InvalidTransaction } from '../runtime/port.ts';

/** What happens to a submitted transaction, in the node's own words. */
export type TransactionStatus =
  | { readonly kind: 'future' | 'ready' | 'broadcast' | 'dropped' }
  | { readonly kind: 'inBlock' | 'retracted' | 'finalized'; readonly blockHash: string; readonly index: number }
  | { readonly kind: 'usurped'; readonly by: string }
  | { readonly kind: 'invalid'; readonly reason: InvalidTransaction };

/** After one of these nothing more is told. */
export function isLastStatus(status: TransactionStatus): boolean {
  return ['finalized', 'usurped', 'invalid', 'dropped'].includes(status.kind);
}
