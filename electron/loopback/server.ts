import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import * as z from 'zod';
import type { Api } from '../api/index.ts';
import { pageHeaders } from '../hosts/csp.ts';
import type { StaticFiles } from '../hosts/static-files.ts';
import type { Logger } from '../log/index.ts';
import { checkFileRequest, checkSessionRequest, checkUpgrade, type Expected, offeredBearer } from './request-check.ts';
import type { Session } from './session.ts';
import { windowPipe } from './window-pipe.ts';

const MAX_SESSION_BODY = 1024;
const MAX_PAYLOAD = 2 * 1024 * 1024;
const MAX_SOCKETS = 64;

export interface LoopbackServer {
  readonly origin: string;
  close(): Promise<void>;
}

export interface LoopbackParts {
  readonly api: Api;
  readonly files: StaticFiles;
  readonly session: Session;
  readonly log: Logger;
  /** 0 for any free port. */
  readonly port?: number;
}

const zSessionBody = z.strictObject({ nonce: z.string().max(64) });

/** Serves the page and its API on 127.0.0.1 and nowhere else. @throws when the port cannot be had. */
export async function startLoopbackServer(parts: LoopbackParts): Promise<LoopbackServer> {
  const server = createServer({
    maxHeaderSize: 8192,
    headersTimeout: 5000,
    requestTimeout: 10_000,
    keepAliveTimeout: 5000,
    connectionsCheckingInterval: 1000,
    insecureHTTPParser: false,
    requireHostHeader: false, // answered by our own check, without a body
    joinDuplicateHeaders: false,
  });
  server.maxConnections = MAX_SOCKETS;
  server.maxRequestsPerSocket = 1000;
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen({ host: '127.0.0.1', port: parts.port ?? 0, exclusive: true }, listening);
  });
  const { port } = server.address() as AddressInfo;
  const expected: Expected = { host: `127.0.0.1:${port}`, origin: `http://127.0.0.1:${port}` };
  const headers = pageHeaders([`${expected.origin}/session`, `ws://${expected.host}/api`]);

  server.on('request', (request, response) => answer(request, response, parts, expected, headers));
  server.on('checkContinue', (_request, response: ServerResponse) => refuse(response, 403));
  server.on('checkExpectation', (_request, response: ServerResponse) => refuse(response, 403));
  server.on('connect', (_request, socket) => socket.destroy());
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // Browsers open sockets ahead of need. A word on one that asked nothing would be taken for the answer to what it asks next.
    if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') socket.destroy();
    else hangUp(socket, 400);
  });
  const closeSockets = acceptWindows(server, parts, expected);

  return {
    origin: expected.origin,
    close: async () => {
      closeSockets();
      await new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      });
    },
  };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  parts: LoopbackParts,
  expected: Expected,
  headers: Readonly<Record<string, string>>,
): void {
  if (request.url === '/session') {
    const verdict = checkSessionRequest(request, expected);
    if (verdict !== 'ok') refuse(response, verdict);
    else redeem(request, response, parts, headers);
    return;
  }
  const verdict = checkFileRequest(request, expected);
  if (verdict !== 'ok') {
    refuse(response, verdict);
    return;
  }
  const file = parts.files.get(request.url ?? '');
  if (file === undefined) refuse(response, 404);
  else send(response, headers, file.type, file.body);
}

function redeem(
  request: IncomingMessage,
  response: ServerResponse,
  parts: LoopbackParts,
  headers: Readonly<Record<string, string>>,
): void {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => {
    body += chunk;
    if (body.length > MAX_SESSION_BODY) refuse(response, 403);
  });
  request.on('end', () => {
    if (response.writableEnded) return;
    const nonce = parseNonce(body);
    const redeemed = nonce === undefined ? ({ ok: false, status: 403 } as const) : parts.session.redeem(nonce);
    if (redeemed.ok)
      send(response, headers, 'application/json', Buffer.from(JSON.stringify({ bearer: redeemed.bearer })));
    else refuse(response, redeemed.status);
  });
}

function parseNonce(body: string): string | undefined {
  try {
    const parsed = zSessionBody.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data.nonce : undefined;
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, headers: Readonly<Record<string, string>>, type: string, body: Buffer): void {
  response.writeHead(200, { ...headers, 'content-type': type, 'content-length': body.byteLength });
  response.end(body);
}

/** No body, no hint, and the connection ends: whoever asks wrongly has nothing to learn here. */
function refuse(response: ServerResponse, status: number): void {
  if (response.writableEnded) return;
  response.writeHead(status, { 'content-length': 0, connection: 'close', 'x-content-type-options': 'nosniff' });
  response.end();
  response.once('finish', () => response.socket?.destroySoon());
}

/** Answers a socket that is no longer Node's to answer on, and does not wait for the other side to agree to the end. */
function hangUp(socket: Duplex, status: number): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const text = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;
  socket.end(text, () => socket.destroy());
}

/** Accepts one window at a time on the WebSocket. Returns what closes them. */
function acceptWindows(server: Server, parts: LoopbackParts, expected: Expected): () => void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_PAYLOAD,
    perMessageDeflate: false,
    clientTracking: true,
    handleProtocols: () => 'soma',
  });
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const verdict = checkUpgrade(request, expected);
    const bearer = verdict === 'ok' ? offeredBearer(request) : undefined;
    const admitted = verdict !== 'ok' ? verdict : bearer === undefined ? 403 : parts.session.admit(bearer);
    if (admitted !== 'ok') {
      hangUp(socket, admitted);
      return;
    }
    let opened = false;
    socket.once('close', () => {
      if (!opened) parts.session.leave();
    });
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      opened = true;
      webSocket.once('close', () => parts.session.leave());
      parts.api.serve(windowPipe(webSocket, parts.log));
    });
  });
  return () => {
    for (const client of sockets.clients) client.close(1001);
    for (const client of sockets.clients) client.terminate();
    sockets.close();
  };
}
