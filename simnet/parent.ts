/** What the process that started the practice network may ask of it. */
export interface ParentHandlers {
  /** @throws Error when the wish is not granted */
  fund(address: string, rao: bigint): void;
  end(): void;
}

interface Port {
  send(message: unknown): void;
  listen(listener: (message: unknown) => void): void;
}

/** Electron gives a utility process `parentPort`; Node gives a child process `send`. Neither: started by hand. */
function findPort(): Port | undefined {
  const { parentPort } = process as unknown as {
    parentPort?: {
      postMessage(message: unknown): void;
      on(name: 'message', listener: (event: { data: unknown }) => void): void;
    };
  };
  if (parentPort !== undefined) {
    return {
      send: (message) => parentPort.postMessage(message),
      listen: (listener) => parentPort.on('message', ({ data }) => listener(data)),
    };
  }
  if (process.send === undefined) return undefined;
  return {
    send: (message) => void process.send?.(message),
    listen: (listener) => void process.on('message', listener),
  };
}

/** Connects to the process that started us; ends when that process goes. Undefined when there is none. */
export function openParent(handlers: ParentHandlers): { ready(url: string): void } | undefined {
  const port = findPort();
  if (port === undefined) return undefined;
  port.listen((message) => {
    const { type, id, address, rao } = (message ?? {}) as {
      type?: unknown;
      id?: unknown;
      address?: unknown;
      rao?: unknown;
    };
    if (type === 'stop') handlers.end();
    if (type !== 'fund' || typeof id !== 'number') return;
    try {
      if (typeof address !== 'string' || typeof rao !== 'string' || !/^\d{1,20}$/u.test(rao))
        throw new RangeError('not a wish');
      handlers.fund(address, BigInt(rao));
      port.send({ type: 'funded', id });
    } catch (error) {
      port.send({ type: 'failed', id, message: error instanceof Error ? error.message.slice(0, 512) : 'failed' });
    }
  });
  process.on('disconnect', () => handlers.end());
  return { ready: (url) => port.send({ type: 'ready', url }) };
}
