import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';

const SUBMIT = /^(?:author_submit|transaction_v1_broadcast|transactionWatch_v1_submit)/u;

/** The wire between the app and its node: tests count what crosses it, swallow some of it, or cut it. */
export class Line {
  readonly #upstream: string;
  readonly #counts = new Map<string, number>();
  #swallowed: RegExp | undefined;
  #server: WebSocketServer | undefined;
  #port = 0;

  private constructor(upstream: string) {
    this.#upstream = upstream;
  }

  static async open(upstream: string): Promise<Line> {
    const line = new Line(upstream);
    await line.mend();
    return line;
  }

  get url(): string {
    return `ws://127.0.0.1:${this.#port}`;
  }

  /** Requests the app made so far whose method matches, whether or not they were let through. */
  asked(method: RegExp): number {
    return [...this.#counts].reduce((sum, [name, count]) => sum + (method.test(name) ? count : 0), 0);
  }

  /** Signed transactions the app tried to hand over. */
  get submissions(): number {
    return this.asked(SUBMIT);
  }

  /** From now on these requests vanish: the node never hears them and nobody answers. */
  swallow(method: RegExp | undefined): void {
    this.#swallowed = method;
  }

  /** The node never hears of another transaction. */
  swallowSubmissions(): void {
    this.swallow(SUBMIT);
  }

  /** Every connection drops and new ones are refused by the machine itself. */
  async cut(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server === undefined) return;
    for (const client of server.clients) client.terminate();
    server.close();
    await once(server, 'close');
  }

  /** Listens again, on the port it had. */
  async mend(): Promise<void> {
    if (this.#server !== undefined) return;
    const server = new WebSocketServer({ host: '127.0.0.1', port: this.#port, perMessageDeflate: false });
    server.on('connection', (client) => this.#join(client));
    await once(server, 'listening');
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
  }

  #join(client: WebSocket): void {
    const node = new WebSocket(this.#upstream, { perMessageDeflate: false, maxPayload: 0 });
    const early: string[] = [];
    client.on('message', (data) => {
      const text = (data as Buffer).toString();
      if (!this.#lets(text)) return;
      if (node.readyState === WebSocket.OPEN) node.send(text);
      else early.push(text);
    });
    node.on('open', () => {
      for (const text of early) node.send(text);
    });
    node.on('message', (data) => client.send((data as Buffer).toString()));
    const end = (): void => {
      client.terminate();
      node.terminate();
    };
    for (const side of [client, node]) side.on('close', end).on('error', end);
  }

  #lets(text: string): boolean {
    const message = JSON.parse(text) as { method?: string } | { method?: string }[];
    const methods = [message].flat().map(({ method }) => method ?? '');
    for (const method of methods) this.#counts.set(method, (this.#counts.get(method) ?? 0) + 1);
    return !methods.some((method) => this.#swallowed?.test(method) === true);
  }
}
