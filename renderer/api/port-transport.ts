import { RPCLink } from '@orpc/client/message-port';
import type { Transport, Wire } from './wire.ts';

const GREETING = 'soma:port';

/** Electron: the preload script hands the page one end of a channel, once after each load. */
export function portTransport(target: Window): Transport {
  const waiting: ((port: MessagePort) => void)[] = [];
  const arrived: MessagePort[] = [];
  target.addEventListener('message', (event) => {
    const [port] = event.ports;
    if (event.source !== target || event.data !== GREETING || port === undefined) return;
    const next = waiting.shift();
    if (next === undefined) arrived.push(port);
    else next(port);
  });
  const nextPort = (): Promise<MessagePort> => {
    const port = arrived.shift();
    return port === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(port);
  };
  return {
    async open(): Promise<Wire> {
      const port = await nextPort();
      const closed = new Promise<{ final: boolean }>((resolve) => {
        port.addEventListener('close', () => resolve({ final: false }));
      });
      const link = new RPCLink({ port });
      port.start();
      return { link, closed };
    },
  };
}
