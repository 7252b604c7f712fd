import { RPCLink } from '@orpc/client/websocket';
import { SessionEnded, type Transport, type Wire } from './wire.ts';

const NONCE = /^#b=([\w-]{16,256})$/u;
const BEARER = /^[\w-]{16,256}$/u;
/** Policy violation, and our own range: main will not take this page back. */
const isFinal = (code: number): boolean => code === 1008 || (code >= 4000 && code <= 4999);

/**
 * Browser host: the one-time nonce in the address buys a bearer, which lives in this closure only. The nonce leaves
 * the address before anything else can read it. A page without one (a reload, a copied address) has no session.
 */
export function socketTransport(page: Window): Transport {
  const nonce = NONCE.exec(page.location.hash)?.[1];
  if (nonce !== undefined) page.history.replaceState(null, '', page.location.pathname);
  let bearer: string | undefined;

  const obtain = async (): Promise<string> => {
    if (bearer !== undefined) return bearer;
    if (nonce === undefined) throw new SessionEnded('this page was opened without a nonce');
    const reply = await fetch('/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ nonce }),
      credentials: 'omit',
      cache: 'no-store',
    });
    if (!reply.ok) throw new SessionEnded('the nonce was refused');
    bearer = readBearer(await reply.json());
    return bearer;
  };

  return {
    async open(): Promise<Wire> {
      const held = await obtain();
      const socket = new WebSocket(`ws://${page.location.host}/api`, ['soma', `bearer.${held}`]);
      socket.binaryType = 'arraybuffer';
      const closed = new Promise<{ final: boolean }>((resolve) => {
        socket.addEventListener('close', (event) => resolve({ final: isFinal(event.code) }));
      });
      const link = new RPCLink({ websocket: socket });
      await new Promise<void>((resolve, reject) => {
        socket.addEventListener('open', () => resolve());
        socket.addEventListener('error', () => reject(new Error('the socket could not be opened')));
      });
      return { link, closed };
    },
  };
}

function readBearer(reply: unknown): string {
  const bearer = typeof reply === 'object' && reply !== null && 'bearer' in reply ? reply.bearer : undefined;
  if (typeof bearer !== 'string' || !BEARER.test(bearer)) throw new SessionEnded('no bearer in the reply');
  return bearer;
}
