import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { Connection, type Intercept } from './connection.ts';
import type { SimNode } from './node.ts';

/** Bytes of one request: as much as a Substrate node takes. */
const MAX_MESSAGE = 15 * 1024 * 1024;
const MAX_CONNECTIONS = 256;

/** Ways to misbehave; an honest node has none. */
export interface ServerHooks {
  /** False refuses a connection. */
  accepts(): boolean;
  /** False leaves a request unanswered. */
  answers(): boolean;
  readonly intercept: Intercept;
  /** Passes a message on: as it is, later, changed, or not at all. */
  transmit(message: string, send: (message: string) => void): void;
}

export interface ServerOptions {
  readonly node: SimNode;
  /** 0 or absent: any free one. */
  readonly port?: number;
  readonly hooks?: ServerHooks;
}

export interface RunningServer {
  readonly port: number;
  readonly sockets: ReadonlySet<WebSocket>;
  close(): Promise<void>;
}

/**
 * A page in a browser always sends Origin, and reaches us under a name of its own if its DNS is rebound to us; no client
 * of ours does either. So no web page can drive the practice network.
 */
function comesFromPage({ headers, socket }: IncomingMessage): boolean {
  const port = String(socket.localPort);
  return headers.origin !== undefined || ![`127.0.0.1:${port}`, `localhost:${port}`].includes(headers.host ?? '');
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_MESSAGE) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** Status that says what is wrong with a request before its body is read. */
function refusalOf(request: IncomingMessage): number | undefined {
  if (comesFromPage(request)) return 403;
  if (request.method !== 'POST') return 405;
  return request.headers['content-type']?.startsWith('application/json') === true ? undefined : 415;
}

async function answerHttp(options: ServerOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refused = refusalOf(request);
  const text = refused === undefined ? await bodyOf(request) : undefined;
  if (text === undefined) {
    response.writeHead(refused ?? 413, { connection: 'close' }).end();
    return;
  }
  const { node, hooks } = options;
  if (hooks?.answers() === false) return;
  const connection = new Connection({ node, intercept: hooks?.intercept });
  let body = '';
  connection.receive(text, (reply) => {
    body = JSON.stringify(reply);
  });
  connection.close();
  const send = (message: string): void =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end(message);
  if (hooks === undefined) send(body);
  else hooks.transmit(body, send);
}

function serveSocket({ node, hooks }: ServerOptions, socket: WebSocket): void {
  const sendText = (text: string): void => {
    if (socket.readyState === socket.OPEN) socket.send(text);
  };
  const send = (message: unknown): void => {
    const text = JSON.stringify(message);
    if (hooks === undefined) sendText(text);
    else hooks.transmit(text, sendText);
  };
  const connection = new Connection({ node, push: send, intercept: hooks?.intercept });
  socket.on('message', (data: Buffer) => {
    if (hooks?.answers() !== false) connection.receive(data.toString(), send);
  });
  socket.on('close', () => connection.close());
  socket.on('error', () => socket.terminate());
}

/** Serves the node's JSON-RPC over HTTP and WebSocket on one loopback port. @throws Error when the port is taken */
export async function serve(options: ServerOptions): Promise<RunningServer> {
  const http = createServer((request, response) => {
    answerHttp(options, request, response).catch(() => response.destroy());
  });
  const sockets = new Set<WebSocket>();
  const ws = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE, perMessageDeflate: false });
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (comesFromPage(request)) socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    else if (sockets.size >= MAX_CONNECTIONS || options.hooks?.accepts() === false) socket.destroy();
    else {
      ws.handleUpgrade(request, socket, head, (opened) => {
        sockets.add(opened);
        opened.on('close', () => sockets.delete(opened));
        serveSocket(options, opened);
      });
    }
  });
  await new Promise<void>((listening, failed) => {
    http.once('error', failed);
    http.listen(options.port ?? 0, '127.0.0.1', listening);
  });
  return {
    port: (http.address() as AddressInfo).port,
    sockets,
    close: () =>
      new Promise((closed) => {
        for (const socket of sockets) socket.terminate();
        http.close(() => closed());
        http.closeAllConnections();
      }),
  };
}
