import type { WebSocket } from 'ws';
import type { Intercept } from '../../node/connection.ts';
import { RpcError } from '../../node/rpc/rpc-error.ts';
import type { Transmit } from '../../node/server.ts';
import { LIES, type Lie } from './lies.ts';

/** What is wrong with the node just now. Everything off is an honest node. */
export interface FaultSettings {
  /** Accepts and never answers. */
  readonly stall?: boolean;
  readonly delayMs?: number;
  /** Sends each frame's bytes no faster than this, as one late frame. */
  readonly bytesPerSecond?: number;
  readonly lies?: readonly Lie[];
  /** Methods whose hex replies are cut in half. */
  readonly malformedScale?: readonly string[];
  /** Methods answered with a frame of that many bytes. */
  readonly hugeFrame?: { readonly methods: readonly string[]; readonly bytes: number };
  /** Methods refused with a text of the attacker's choice. */
  readonly hostileText?: { readonly methods: readonly string[]; readonly text: string; readonly code?: number };
  /** Methods answered with what is not JSON. */
  readonly notJson?: string;
}

/** The node's misbehaviour, switched while it runs. */
export class Faults {
  #settings: FaultSettings = {};
  readonly #sockets: () => Iterable<WebSocket>;

  constructor(sockets: () => Iterable<WebSocket>) {
    this.#sockets = sockets;
  }

  set(settings: FaultSettings): void {
    this.#settings = settings;
  }

  clear(): void {
    this.#settings = {};
  }

  /** Cuts connections without a close frame. */
  disconnect(): void {
    for (const socket of this.#sockets()) socket.terminate();
  }

  readonly answers = (): boolean => this.#settings.stall !== true;

  readonly intercept: Intercept = (method, params, answer) => {
    const { lies = [], malformedScale = [], hugeFrame, hostileText } = this.#settings;
    if (hostileText?.methods.includes(method) === true)
      throw new RpcError(hostileText.code ?? -32_000, hostileText.text, hostileText.text);
    if (hugeFrame?.methods.includes(method) === true) return 'x'.repeat(hugeFrame.bytes);
    const told = lies.reduce<() => unknown>((next, lie) => () => LIES[lie](method, params, next), answer)();
    if (malformedScale.includes(method) && typeof told === 'string')
      return told.slice(0, 2 + Math.floor((told.length - 2) / 4) * 2);
    return told;
  };

  readonly transmit: Transmit = (message, send) => {
    const { delayMs = 0, bytesPerSecond, notJson } = this.#settings;
    const late = delayMs + (bytesPerSecond === undefined ? 0 : (message.length / bytesPerSecond) * 1000);
    const out = notJson ?? message;
    if (late === 0) send(out);
    else setTimeout(() => send(out), late).unref();
  };
}
