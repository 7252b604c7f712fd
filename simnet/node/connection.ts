import type { SimNode } from './node.ts';
import { METHODS } from './rpc/index.ts';
import { RpcError } from './rpc/rpc-error.ts';
import type { Session } from './rpc/session.ts';

/** A reply on its way out, before faults and encoding. */
export interface Reply {
  readonly jsonrpc: '2.0';
  readonly id: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: string };
}

/** Looks at or replaces what a method answers; how control makes the node lie. */
export type Intercept = (method: string, params: readonly unknown[], answer: () => unknown) => unknown;

export interface ConnectionOptions {
  readonly node: SimNode;
  /** Sends one JSON message, or undefined on a transport that cannot push. */
  readonly push?: (message: unknown) => void;
  readonly intercept?: Intercept;
}

const MAX_BATCH = 100;
const MAX_SUBSCRIPTIONS = 1024;
let subscriptionSeed = 0;

/** One client: its subscriptions, and its requests answered in order. */
export class Connection {
  readonly #session: Session;
  readonly #stops = new Map<string, () => void>();
  readonly #intercept: Intercept;
  /** Notifications made while a request is answered wait until its reply, which names their subscription, is out. */
  #held: unknown[] | undefined;

  constructor(options: ConnectionOptions) {
    this.#intercept = options.intercept ?? ((_method, _params, answer) => answer());
    const send = options.push ?? ((): void => undefined);
    this.#session = {
      node: options.node,
      canPush: options.push !== undefined,
      notify: (method, subscription, result) => {
        const message = { jsonrpc: '2.0', method, params: { subscription, result } };
        if (this.#held === undefined) send(message);
        else this.#held.push(message);
      },
      subscribe: (stop) => {
        if (this.#stops.size >= MAX_SUBSCRIPTIONS) {
          stop();
          throw new RpcError(-32_000, 'Too many subscriptions on this connection');
        }
        subscriptionSeed += 1;
        const id = `s${subscriptionSeed.toString(36)}`;
        this.#stops.set(id, stop);
        return id;
      },
      unsubscribe: (id) => {
        const stop = this.#stops.get(id);
        this.#stops.delete(id);
        stop?.();
        return stop !== undefined;
      },
    };
  }

  /** Answers one message, single or batch; `send` gets the reply before anything it caused. */
  receive(text: string, send: (reply: Reply | Reply[]) => void): void {
    let message: unknown;
    try {
      message = JSON.parse(text);
    } catch {
      send({ jsonrpc: '2.0', id: null, error: { code: -32_700, message: 'Parse error' } });
      return;
    }
    const held: unknown[] = [];
    this.#held = held;
    try {
      if (!Array.isArray(message)) send(this.#answer(message));
      else if (message.length === 0 || message.length > MAX_BATCH) send(invalidRequest(null));
      else send(message.map((each) => this.#answer(each)));
    } finally {
      this.#held = undefined;
    }
    for (const notification of held) this.#flush(notification);
  }

  close(): void {
    for (const stop of [...this.#stops.values()]) stop();
    this.#stops.clear();
  }

  #flush(notification: unknown): void {
    const { method, params } = notification as { method: string; params: { subscription: string; result: unknown } };
    this.#session.notify(method, params.subscription, params.result);
  }

  #answer(request: unknown): Reply {
    if (typeof request !== 'object' || request === null) return invalidRequest(null);
    const { id = null, method, params = [] } = request as { id?: unknown; method?: unknown; params?: unknown };
    if (typeof method !== 'string' || !Array.isArray(params)) return invalidRequest(id);
    const found = METHODS.get(method);
    try {
      const result = this.#intercept(method, params, () => {
        if (found === undefined) throw new RpcError(-32_601, 'Method not found');
        return found(params, this.#session);
      });
      return { jsonrpc: '2.0', id, result: result ?? null };
    } catch (error) {
      if (!(error instanceof RpcError))
        return { jsonrpc: '2.0', id, error: { code: -32_603, message: `Internal error: ${String(error)}` } };
      const data = error.data === undefined ? {} : { data: error.data };
      return { jsonrpc: '2.0', id, error: { code: error.code, message: error.message, ...data } };
    }
  }
}

function invalidRequest(id: unknown): Reply {
  return { jsonrpc: '2.0', id, error: { code: -32_600, message: 'Invalid Request' } };
}
