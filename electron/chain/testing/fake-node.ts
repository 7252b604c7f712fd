import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

/** Answers one call. Throw `RpcFault` for an error object; return `SILENCE` to say nothing. */
export type Handler = (params: readonly unknown[], socket: WebSocket, id: number) => unknown;
export const SILENCE = Symbol('silence');

export class RpcFault extends Error {
  readonly code: number;
  readonly data: string | undefined;
  constructor(code: number, message: string, data?: string) {
    super(message);
    this.code = code;
    this.data = data;
  }
}

/** A scripted Substrate node: every method is a handler that a test may replace at any time. */
export class FakeNode {
  readonly handlers = new Map<string, Handler>();
  /** Methods called, in order. */
  readonly calls: string[] = [];
  readonly #http: Server;
  readonly #sockets: WebSocketServer;
  /** Looks at every frame before the handlers; returning true means it has dealt with it. */
  intercept: ((text: string, socket: WebSocket) => boolean) | undefined;

  private constructor() {
    this.#http = createServer((_request, response) => response.writeHead(404).end());
    this.#sockets = new WebSocketServer({ server: this.#http });
    this.#sockets.on('connection', (socket) => {
      socket.on('message', (data: Buffer) => this.#answer(data.toString('utf8'), socket));
      socket.on('error', () => undefined);
    });
  }

  static async start(): Promise<FakeNode> {
    const node = new FakeNode();
    await new Promise<void>((resolve) => node.#http.listen(0, '127.0.0.1', resolve));
    return node;
  }

  get url(): string {
    return `ws://127.0.0.1:${(this.#http.address() as AddressInfo).port}/`;
  }

  get clients(): ReadonlySet<WebSocket> {
    return this.#sockets.clients;
  }

  on(method: string, handler: Handler): this {
    this.handlers.set(method, handler);
    return this;
  }

  count(method: string): number {
    return this.calls.filter((one) => one === method).length;
  }

  notify(subscription: string, result: unknown): void {
    const text = JSON.stringify({ jsonrpc: '2.0', method: 'note', params: { subscription, result } });
    for (const client of this.clients) client.send(text);
  }

  /** Sends text as it is to every client. */
  sendRaw(text: string): void {
    for (const client of this.clients) client.send(text);
  }

  dropAll(): void {
    for (const client of this.clients) client.terminate();
  }

  async stop(): Promise<void> {
    this.dropAll();
    this.#sockets.close();
    await new Promise<void>((resolve) => {
      this.#http.close(() => resolve());
    });
  }

  #answer(text: string, socket: WebSocket): void {
    if (this.intercept?.(text, socket) === true) return;
    const { id, method, params } = JSON.parse(text) as { id: number; method: string; params: unknown[] };
    this.calls.push(method);
    const handler = this.handlers.get(method);
    const reply = (body: object): void => socket.send(JSON.stringify({ jsonrpc: '2.0', id, ...body }));
    if (handler === undefined) {
      reply({ error: { code: -32601, message: `Method not found ${method}` } });
      return;
    }
    try {
      const result = handler(params, socket, id);
      if (result !== SILENCE) reply({ result });
    } catch (error) {
      const { code, message, data } = error as RpcFault;
      reply({ error: { code, message, ...(data === undefined ? {} : { data }) } });
    }
  }
}
