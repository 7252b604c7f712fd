import type { Pipe } from './connection.ts';

export interface Reply {
  readonly i: string;
  readonly t?: number;
  readonly p?: { readonly s?: number; readonly b?: unknown; readonly h?: unknown };
}

/** A pipe without a transport: what main sent, and a way to speak to it. */
export class FakePipe implements Pipe {
  readonly replies: Reply[] = [];
  isRefused = false;
  isTrusted = true;
  #onMessage: (data: unknown) => void = () => undefined;
  #onClose: () => void = () => undefined;

  send(text: string): void {
    this.replies.push(JSON.parse(text) as Reply);
  }
  onMessage(listener: (data: unknown) => void): void {
    this.#onMessage = listener;
  }
  onClose(listener: () => void): void {
    this.#onClose = listener;
  }
  refuse(): void {
    this.isRefused = true;
  }
  isCurrent(): boolean {
    return this.isTrusted;
  }

  deliver(data: unknown): void {
    this.#onMessage(data);
  }
  call(id: string, path: string, body: unknown): void {
    this.deliver(JSON.stringify({ i: id, p: { u: path, b: body } }));
  }
  close(): void {
    this.#onClose();
  }
  /** Code of the typed error in the answer to call `id`; undefined when it is none. */
  errorCode(id: string): string | undefined {
    const body = this.replies.find((reply) => reply.i === id)?.p?.b as
      | { json?: { code?: string; defined?: boolean; data?: { code?: string } } }
      | undefined;
    return body?.json?.code === 'APP_ERROR' && body.json.defined === true ? body.json.data?.code : undefined;
  }
}
