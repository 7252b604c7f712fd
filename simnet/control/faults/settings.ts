import type { Lie } from './lies.ts';

/** How a dispatched call fails: by a pallet's error, e.g. `{pallet: 'SubtensorModule', error: 'AmountTooLow'}`. */
export interface DispatchFault {
  readonly pallet: string;
  readonly error: string;
}

/** What is wrong with the node just now. Everything absent is an honest node. */
export interface FaultSettings {
  /** Refuses new WebSocket connections. */
  readonly refuse?: boolean;
  /** Accepts and never answers. */
  readonly stall?: boolean;
  /** Every message leaves that much later. */
  readonly delayMs?: number;
  /** Messages leave no faster than this: each as one late frame, the ones behind it later still. */
  readonly bytesPerSecond?: number;
  readonly lies?: readonly Lie[];
  /** Methods whose hex replies are cut in half. */
  readonly malformedScale?: readonly string[];
  /** Methods answered with a frame of that many bytes. */
  readonly hugeFrame?: { readonly methods: readonly string[]; readonly bytes: number };
  /** Methods refused with a text of the attacker's choice. */
  readonly hostileText?: { readonly methods: readonly string[]; readonly text: string; readonly code?: number };
  /** Every message is this text instead. */
  readonly notJson?: string;
  /** Every signed call fails so once it is in a block; fees are paid. */
  readonly failDispatch?: DispatchFault;
}
