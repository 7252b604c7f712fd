import type { TxState } from '../../../shared/contract/index.ts';

/*
 * The life of a signed transaction.
 *
 *            accepted            included, not final          included, final
 *   signed ────────────▶ sent ───────────────────▶ in_block ────────────────▶ finalized
 *     │ │                 │ ▲                        │
 *     │ │ rejected        │ └──── forked ────────────┘  (a failure in a block that may fork goes the same way)
 *     │ └──▶ failed       │ window closed
 *     │ unclear, restarted└──▶ expired
 *     └──▶ unknown ── included / window closed ──▶ as above
 *
 * "In a block" is not "succeeded": an included call that failed is `failed`, final only when its block is. The ends are
 * finalized, expired, and failed once final. Facts that come too late (an acceptance after inclusion, a rejection of
 * something that is in a block) change nothing: what the chain shows outweighs what a node said.
 */
export type TrackEvent =
  /** The node took it. */
  | { readonly type: 'accepted' }
  /** The node refused it for certain: nothing was sent on, nothing is paid. */
  | { readonly type: 'rejected' }
  /** Nobody can say whether the node took it, or what became of it. */
  | { readonly type: 'unclear' }
  /** Sending had begun when the app ended. */
  | { readonly type: 'restarted' }
  | { readonly type: 'included'; readonly ok: boolean; readonly final: boolean }
  /** Its block is no longer in the chain. */
  | { readonly type: 'forked' }
  /** The finalized chain passed its last block without it. */
  | { readonly type: 'window_closed' };

export interface TxStatus {
  readonly state: TxState;
  /** Nothing more will happen. */
  readonly final: boolean;
}

type Next = 'outcome' | TxStatus;
const open = (state: TxState): TxStatus => ({ state, final: false });
const ended = (state: TxState): TxStatus => ({ state, final: true });

/** What each state makes of each event; an absent entry means that the event changes nothing. `outcome`: the block decides. */
const TRANSITIONS: { readonly [S in TxState]: { readonly [E in TrackEvent['type']]?: Next } } = {
  signed: {
    accepted: open('sent'),
    rejected: ended('failed'),
    unclear: open('unknown'),
    restarted: open('unknown'),
    included: 'outcome',
    window_closed: ended('expired'),
  },
  sent: { unclear: open('unknown'), included: 'outcome', window_closed: ended('expired') },
  unknown: { accepted: open('sent'), included: 'outcome', window_closed: ended('expired') },
  in_block: { included: 'outcome', forked: open('sent') },
  // Not final: in a block that may still fork.
  failed: { included: 'outcome', forked: open('sent') },
  finalized: {},
  expired: {},
};

/** The status after an event, or undefined when it changes nothing. */
export function advance(now: TxStatus, event: TrackEvent): TxStatus | undefined {
  if (now.final) return undefined;
  const next = TRANSITIONS[now.state][event.type];
  if (next !== 'outcome') return next;
  if (event.type !== 'included') return undefined;
  if (!event.ok) return { state: 'failed', final: event.final };
  return event.final ? ended('finalized') : open('in_block');
}
