import type { WebSocket } from 'ws';
import type { Intercept } from '../../node/connection.ts';
import { RpcError } from '../../node/rpc/rpc-error.ts';
import type { ServerHooks } from '../../node/server.ts';
import { moduleFailure } from '../../runtime/dispatch-error.ts';
import { LIES } from './lies.ts';
import type { FaultSettings } from './settings.ts';

function truncated(answer: unknown): unknown {
  if (typeof answer !== 'string' || !answer.startsWith('0x')) return answer;
  return answer.slice(0, 2 + Math.floor((answer.length - 2) / 4) * 2);
}

/** The node's misbehaviour, switched while it runs. */
export class Faults implements ServerHooks {
  #settings: FaultSettings = {};
  /** When the line is free again, on the clock of `performance.now`. */
  #lineFreeAtMs = 0;
  readonly #sockets: () => Iterable<WebSocket>;

  constructor(sockets: () => Iterable<WebSocket>) {
    this.#sockets = sockets;
  }

  /** From now on exactly this is wrong. */
  set(settings: FaultSettings): void {
    this.#settings = settings;
    this.#lineFreeAtMs = 0;
  }

  /** From now on nothing is wrong. */
  clear(): void {
    this.set({});
  }

  /** Cuts the oldest `count` connections, or all, without a close frame. */
  disconnect(count = Number.POSITIVE_INFINITY): void {
    for (const socket of [...this.#sockets()].slice(0, count)) socket.terminate();
  }

  accepts(): boolean {
    return this.#settings.refuse !== true;
  }

  answers(): boolean {
    return this.#settings.stall !== true;
  }

  readonly intercept: Intercept = {
    answer: (method, params, honest) => {
      const { malformedScale = [], hugeFrame, hostileText } = this.#settings;
      if (hostileText?.methods.includes(method) === true)
        throw new RpcError(hostileText.code ?? -32_000, hostileText.text, hostileText.text);
      if (hugeFrame?.methods.includes(method) === true) return `0x${'00'.repeat(hugeFrame.bytes / 2)}`;
      const told = this.#lie(method, params, honest());
      return malformedScale.includes(method) ? truncated(told) : told;
    },
    push: (method, result) => this.#lie(method, [], result),
  };

  transmit(message: string, send: (message: string) => void): void {
    const { stall, delayMs = 0, bytesPerSecond, notJson } = this.#settings;
    if (stall === true) return;
    const out = notJson ?? message;
    const now = performance.now();
    const begin = Math.max(now, this.#lineFreeAtMs);
    this.#lineFreeAtMs = bytesPerSecond === undefined ? begin : begin + (out.length / bytesPerSecond) * 1000;
    const wait = this.#lineFreeAtMs - now + delayMs;
    if (wait <= 0) send(out);
    else setTimeout(() => send(out), wait).unref();
  }

  /** For the runtime. @throws DispatchFailure while calls are to fail */
  readonly beforeDispatch = (): void => {
    const { failDispatch } = this.#settings;
    if (failDispatch !== undefined) throw moduleFailure(failDispatch.pallet, failDispatch.error);
  };

  #lie(method: string, params: readonly unknown[], honest: unknown): unknown {
    const { lies = [] } = this.#settings;
    return lies.reduce((told, lie) => LIES[lie]({ method, params }, told), honest);
  }
}
