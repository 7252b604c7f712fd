/** What the process that started the practice network may ask of it. */
export interface ParentHandlers {
  /** @throws Error when the wish is not granted */
  fund(address: string, rao: bigint): void;
  mine(): void;
  end(): void;
}

interface Port {
  send(message: unknown): void;
  listen(listener: (message: unknown) => void): void;
}

/** The part of Electron's `parentPort` that is used; this file must not know Electron. */
interface UtilityPort {
  postMessage(message: unknown): void;
  on(name: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** Electron gives a utility process `parentPort`; Node gives a child process `send`. Neither: started by hand. */
function findPort(onParentGone: () => void): Port | undefined {
  const { parentPort } = process as unknown as { readonly parentPort?: UtilityPort };
  if (parentPort !== undefined) {
    return {
      // Electron ends its utility processes itself when the app goes.
      send: (message) => parentPort.postMessage(message),
      listen: (listener) => parentPort.on('message', ({ data }) => listener(data)),
    };
  }
  if (process.send === undefined) return undefined;
  process.on('disconnect', onParentGone);
  return {
    send: (message) => {
      // The parent may go between the check and the write; the callback keeps that from being thrown.
      if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
    },
    listen: (listener) => void process.on('message', listener),
  };
}

interface Wish {
  readonly type?: unknown;
  readonly id?: unknown;
  readonly address?: unknown;
  /** Decimal text: a bigint does not cross every channel. */
  readonly rao?: unknown;
}

/** @throws Error when the wish is malformed or not granted */
function grant(handlers: ParentHandlers, { address, rao }: Wish): void {
  if (typeof address !== 'string' || address.length > 64) throw new RangeError('not an address of this network');
  if (typeof rao !== 'string' || !/^\d{1,20}$/u.test(rao)) throw new RangeError('the amount is out of range');
  handlers.fund(address, BigInt(rao));
}

/** What the process that started the practice network is told. */
export interface Parent {
  ready(url: string): void;
  /** What became of the chain of the run before. */
  notice(notice: string): void;
}

/** Connects to the process that started us; ends when that process goes. Undefined when there is none. */
export function openParent(handlers: ParentHandlers): Parent | undefined {
  const port = findPort(() => handlers.end());
  if (port === undefined) return undefined;
  port.listen((message) => {
    if (typeof message !== 'object' || message === null) return;
    const wish: Wish = message;
    if (wish.type === 'stop') handlers.end();
    if (wish.type === 'mine') handlers.mine();
    if (wish.type !== 'fund' || typeof wish.id !== 'number') return;
    try {
      grant(handlers, wish);
      port.send({ type: 'funded', id: wish.id });
    } catch (error) {
      const reason = error instanceof Error ? error.message.slice(0, 512) : 'failed';
      port.send({ type: 'failed', id: wish.id, message: reason });
    }
  });
  return {
    ready: (url) => port.send({ type: 'ready', url }),
    notice: (notice) => port.send({ type: 'notice', notice }),
  };
}
