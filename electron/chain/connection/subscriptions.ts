import { AppError } from '../../../shared/errors/index.ts';
import type { RawCall } from './handshake.ts';

export interface Subscription {
  readonly method: string;
  readonly params: readonly unknown[];
  /** Nodes may do without it; a refusal then only means that nothing is heard. */
  readonly optional?: boolean;
  readonly notified: (result: unknown) => void;
}

export interface Inbox {
  /** Asks for every subscription on a fresh connection. */
  readonly open: (call: RawCall) => Promise<void>;
  readonly notified: (subscription: string, result: unknown) => void;
}

/** Early notifications kept while the reply that names their subscription is on its way. */
const MAX_EARLY = 32;

/**
 * The fixed list of what the client listens to. Each connection gets an inbox of its own, so a reconnection can
 * neither double a listener nor hear an old one.
 */
export class Subscriptions {
  readonly #list: Subscription[] = [];

  add(subscription: Subscription): void {
    this.#list.push(subscription);
  }

  get size(): number {
    return this.#list.length;
  }

  inbox(): Inbox {
    const byId = new Map<string, Subscription>();
    const early: { id: string; result: unknown }[] = [];
    return {
      open: async (call) => {
        await Promise.all(
          this.#list.map(async (subscription) => {
            const id = await ask(call, subscription);
            if (id === undefined) return;
            if (typeof id !== 'string' && typeof id !== 'number') throw new AppError('chain.reply_malformed');
            byId.set(String(id), subscription);
            for (const one of early.filter((item) => item.id === String(id))) subscription.notified(one.result);
          }),
        );
        early.length = 0;
      },
      notified: (id, result) => {
        const subscription = byId.get(id);
        if (subscription !== undefined) subscription.notified(result);
        else if (early.length < MAX_EARLY && byId.size < this.#list.length) early.push({ id, result });
      },
    };
  }
}

async function ask(call: RawCall, { method, params, optional }: Subscription): Promise<unknown> {
  try {
    return (await call(method, params)) ?? null;
  } catch (error) {
    if (optional === true && AppError.find(error)?.code === 'chain.rpc_failed') return undefined;
    throw error;
  }
}
