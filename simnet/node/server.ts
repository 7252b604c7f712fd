import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { Connection, type Intercept, type Reply } from './connection.ts';
import type { SimNode } from './node.ts';

const MAX_MESSAGE = 16 * 1024 * 1024;

/** What happens to a message on its way out; faults delay, cut or bloat it. */
export type Transmit = (message: string, send: (message: string) => void, socket: WebSocket) => void;

export interface ServerOptions {
  readonly node: SimNode;
  readonly port?: number;
  readonly intercept?: Intercept;
  readonly transmit?: Transmit;
  /** Asked before a request is answered; false leaves it unanswered. */
  readonly answers?: () => boolean;
}

export interface RunningServer {
  readonly port: number;
  readonly sockets: ReadonlySet<WebSocket>;
  close(): Promise<void>;
}

/** A page in a browser always sends Origin; no client of ours does. So no web page can drive the practice network. */
function comesFromPage(request: IncomingMessage): boolean {
  return request.headers.origin !== undefined;
}

function answerHttp(options: ServerOptions, request: IncomingMessage, response: ServerResponse): void {
  if (comesFromPage(request)) {
    response.writeHead(403).end();
    return;
  }
  if (request.method !== 'POST') {
    response.writeHead(405).end();
    return;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > MAX_MESSAGE) request.destroy();
    else chunks.push(chunk);
  });
  request.on('end', () => {
    if (options.answers?.() === false) return;
    const connection = new Connection({
      node: options.node,
      ...(options.intercept ? { intercept: options.intercept } : {}),
    });
    connection.receive(Buffer.concat(chunks).toString(), (reply) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
    });
    connection.close();
  });
}

function serveSocket(options: ServerOptions, socket: WebSocket): void {
  const transmit: Transmit = options.transmit ?? ((message, send) => send(message));
  const send = (message: unknown): void => {
    transmit(
      JSON.stringify(message),
      (text) => {
        if (socket.readyState === socket.OPEN) socket.send(text);
      },
      socket,
    );
  };
  const connection = new Connection({
    node: options.node,
    push: send,
    ...(options.intercept ? { intercept: options.intercept } : {}),
  });
  socket.on('message', (data: Buffer) => {
    if (options.answers?.() === false) return;
    connection.receive(data.toString(), (reply: Reply | Reply[]) => send(reply));
  });
  socket.on('close', () => connection.close());
  socket.on('error', () => socket.terminate());
}

/** Serves the node's JSON-RPC over HTTP and WebSocket on one loopback port. */
export async function serve(options: ServerOptions): Promise<RunningServer> {
  const http = createServer((request, response) => answerHttp(options, request, response));
  const sockets = new Set<WebSocket>();
  const ws = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE, perMessageDeflate: false });
  http.on('upgrade', (request, socket, head) => {
    if (comesFromPage(request)) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    ws.handleUpgrade(request, socket, head, (opened) => {
      sockets.add(opened);
      opened.on('close', () => sockets.delete(opened));
      serveSocket(options, opened);
    });
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
        http.closeAllConnections();
        http.close(() => closed());
      }),
  };
}
