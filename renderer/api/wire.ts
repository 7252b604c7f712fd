import type { ClientContext, ClientLink } from '@orpc/client';

export type Link = ClientLink<ClientContext>;

/** One living connection to main. */
export interface Wire {
  readonly link: Link;
  /** Settles when it is gone; `final` when coming back is pointless. */
  readonly closed: Promise<{ readonly final: boolean }>;
}

/** The way to main on this host. The rest of the window cannot tell the hosts apart. */
export interface Transport {
  /** @throws SessionEnded when there is no way back; any other error is worth another try. */
  open(): Promise<Wire>;
}

/** This page may not talk to main (any more): a reload, a second window, or main is gone. */
export class SessionEnded extends Error {
  override readonly name = 'SessionEnded';
}
