import type { InvalidTransaction } from '../runtime/port.ts';

/** What happens to a submitted transaction, in the node's own words. */
export type TransactionStatus =
  | { readonly kind: 'future' | 'ready' | 'broadcast' | 'dropped' }
  | {
      readonly kind: 'inBlock' | 'retracted' | 'finalized' | 'finalityTimeout';
      readonly blockHash: string;
      readonly index: number;
    }
  | { readonly kind: 'usurped'; readonly by: string }
  | { readonly kind: 'invalid'; readonly reason: InvalidTransaction };

const LAST: ReadonlySet<TransactionStatus['kind']> = new Set([
  'finalized',
  'finalityTimeout',
  'usurped',
  'invalid',
  'dropped',
]);

/** After one of these nothing more is told. */
export function isLastStatus(status: TransactionStatus): boolean {
  return LAST.has(status.kind);
}
