import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { WebSocket } from 'ws';
import type { ApiClient } from '../../shared/contract/index.ts';
import type { RunningHost } from '../fixtures/host.ts';

/** A client of the running app that speaks exactly as its page does: nonce, bearer, WebSocket. */
export interface ApiSession {
  readonly api: ApiClient;
  close(): void;
}

/** Address and one-time nonce that the bootstrap page would forward to. */
async function readBootstrap(host: RunningHost): Promise<{ origin: string; nonce: string }> {
  const html = await readFile(fileURLToPath(host.bootstrapUrl), 'utf8');
  const match = /(http:\/\/127\.0\.0\.1:\d+)\/#b=([\w-]+)/u.exec(html);
  if (match?.[1] === undefined || match[2] === undefined) throw new Error('the bootstrap page names no address');
  return { origin: match[1], nonce: match[2] };
}

export async function openApi(host: RunningHost): Promise<ApiSession> {
  const { origin, nonce } = await readBootstrap(host);
  const reply = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ nonce }),
  });
  if (!reply.ok) throw new Error(`the session was refused: ${reply.status}`);
  const { bearer } = (await reply.json()) as { bearer: string };
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/api`, ['soma', `bearer.${bearer}`], { origin });
  await new Promise<void>((opened, failed) => {
    socket.once('open', () => opened());
    socket.once('error', failed);
  });
  const link = new RPCLink({ websocket: socket as never }); // ws and the browser's WebSocket differ only in declared event types
  return { api: createORPCClient<ApiClient>(link), close: () => socket.close() };
}

/** First value of a stream that satisfies `wanted`; the stream is closed afterwards. @throws Error when it ends before. */
export async function until<T>(stream: AsyncIterable<T>, wanted: (value: T) => boolean): Promise<T> {
  for await (const value of stream) if (wanted(value)) return value;
  throw new Error('the stream ended first');
}
