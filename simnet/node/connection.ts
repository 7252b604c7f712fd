import type { SimNode } from './node.ts';
import { METHODS } from './rpc/index.ts';
import { RpcError } from './rpc/rpc-error.ts';
import type { Session } from './rpc/session.ts';
import { StateDiscarded } from './state-layers.ts';

/** A reply on its way out. */
export interface Reply {
  readonly jsonrpc: '2.0';
  readonly id: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: string };
}

/** Looks at or replaces what a method answers or a subscription pushes; how control makes the node misbehave. */
export interface Intercept {
  answer(method: string, params: readonly unknown[], honest: () => unknown): unknown;
  push(method: string, result: unknown): unknown;
}

export interface ConnectionOptions {
  readonly node: SimNode;
  /** Sends one JSON message; absent on a transport that cannot push. */
  readonly push?: (message: unknown) => void;
  readonly intercept?: Intercept | undefined;
}

const MAX_BATCH = 500;
const MAX_SUBSCRIPTIONS = 1024;

/** One client: its subscriptions, and its requests answered in order. */
export class Connection implements Session {
  readonly node: SimNode;
  readonly #push: ((message: unknown) => void) | undefined;
  readonly #intercept: Intercept | undefined;
  readonly #stops = new Map<string, () => void>();
  /** Notifications made while a request is answered wait until its reply, which names their subscription, is out. */
  #held: unknown[] | undefined;
  #seed = 0;

  constructor(options: ConnectionOptions) {
    this.node = options.node;
    this.#push = options.push;
    this.#intercept = options.intercept;
  }

  /** Answers one message, single or batch; `send` gets the reply before anything it caused. */
  receive(text: string, send: (reply: Reply | readonly Reply[]) => void): void {
    const held: unknown[] = [];
    this.#held = held;
    try {
      const reply = this.#answerAll(text);
      if (reply !== undefined) send(reply);
    } finally {
      this.#held = undefined;
    }
    for (const message of held) this.#push?.(message);
  }

  close(): void {
    for (const stop of [...this.#stops.values()]) stop();
    this.#stops.clear();
  }

  notify(method: string, subscription: string, result: unknown): void {
    const told = this.#intercept === undefined ? result : this.#intercept.push(method, result);
    const message = { jsonrpc: '2.0', method, params: { subscription, result: told } };
    if (this.#held === undefined) this.#push?.(message);
    else this.#held.push(message);
  }

  subscribe(stop: () => void): string {
    if (this.#push === undefined || this.#stops.size >= MAX_SUBSCRIPTIONS) {
      stop();
      if (this.#push === undefined) throw new RpcError(-32_601, 'Subscriptions are not available on this transport');
      throw new RpcError(
        -32_006,
        'Too many subscriptions on the connection',
        `Exceeded max limit of ${MAX_SUBSCRIPTIONS}`,
      );
    }
    this.#seed += 1;
    const id = `s${this.#seed.toString(36)}`;
    this.#stops.set(id, stop);
    return id;
  }

  unsubscribe(id: string): boolean {
    const stop = this.#stops.get(id);
    this.#stops.delete(id);
    stop?.();
    return stop !== undefined;
  }

  #answerAll(text: string): Reply | readonly Reply[] | undefined {
    let message: unknown;
    try {
      message = JSON.parse(text);
    } catch {
      return failed(null, new RpcError(-32_700, 'Parse error'));
    }
    if (!Array.isArray(message)) return this.#answer(message);
    if (message.length === 0 || message.length > MAX_BATCH)
      return failed(null, new RpcError(-32_600, 'Invalid Request'));
    const replies = message.flatMap((each) => this.#answer(each) ?? []);
    return replies.length === 0 ? undefined : replies;
  }

  /** Undefined for a request without id: the caller wants no reply. */
  #answer(request: unknown): Reply | undefined {
    if (typeof request !== 'object' || request === null) return failed(null, new RpcError(-32_600, 'Invalid Request'));
    const { id, method, params = [] } = request as { id?: unknown; method?: unknown; params?: unknown };
    if (typeof method !== 'string') return failed(id ?? null, new RpcError(-32_600, 'Invalid Request'));
    const reply = this.#call(id, method, params);
    return id === undefined ? undefined : reply;
  }

  #call(id: unknown, method: string, params: unknown): Reply {
    try {
      if (!Array.isArray(params)) throw new RpcError(-32_602, 'Invalid params: a list is expected');
      const list: readonly unknown[] = params;
      const honest = (): unknown => {
        const found = METHODS.get(method);
        if (found === undefined) throw new RpcError(-32_601, 'Method not found');
        return found(list, this);
      };
      const result = this.#intercept === undefined ? honest() : this.#intercept.answer(method, list, honest);
      return { jsonrpc: '2.0', id, result: result ?? null };
    } catch (error) {
      return failed(id, toRpcError(error));
    }
  }
}

function toRpcError(error: unknown): RpcError {
  if (error instanceof RpcError) return error;
  if (error instanceof StateDiscarded) {
    return new RpcError(4003, `Client error: UnknownBlock: State already discarded: ${error.message}`);
  }
  return new RpcError(-32_603, 'Internal error', error instanceof Error ? error.message : undefined);
}

function failed(id: unknown, { code, message, data }: RpcError): Reply {
  return { jsonrpc: '2.0', id, error: { code, message, ...(data === undefined ? {} : { data }) } };
}
