import { AppError, type AppErrorShape } from '../../../shared/errors/index.ts';
import { type Handlers, METHODS, type Method, type Reply, type Request, zRequest } from '../protocol.ts';

const MAX_WAITING = 64;

/**
 * Answers one parsed request at a time, so that one KDF runs at a time; `lock` alone jumps the queue.
 * What is no request at all is dropped: there is nobody to answer.
 */
export class Dispatcher {
  readonly #handlers: Handlers;
  readonly #send: (reply: Reply) => void;
  #tail: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(handlers: Handlers, send: (reply: Reply) => void) {
    this.#handlers = handlers;
    this.#send = send;
  }

  receive(message: unknown): void {
    const request = zRequest.safeParse(message);
    if (!request.success) return;
    if (request.data.method === 'lock') {
      void this.#answer(request.data);
    } else if (this.#waiting >= MAX_WAITING) {
      this.#send({ id: request.data.id, ok: false, error: { code: 'api.too_many_requests', facts: {} } });
    } else {
      this.#waiting += 1;
      this.#tail = this.#tail.then(() => this.#answer(request.data)).finally(() => (this.#waiting -= 1));
    }
  }

  async #answer({ id, method, params }: Request): Promise<void> {
    try {
      this.#send({ id, ok: true, result: await this.#call(method, params) });
    } catch (error) {
      this.#send({ id, ok: false, error: toShape(error) });
    }
  }

  async #call(method: Method, params: unknown): Promise<unknown> {
    const parsed = METHODS[method].params.safeParse(params);
    if (!parsed.success) throw new AppError('api.bad_input', { method }); // no cause: it would quote what was typed
    const handler = this.#handlers[method] as (params: unknown) => unknown; // METHODS[method] has just parsed its params
    return METHODS[method].result.parse(await handler(parsed.data));
  }
}

/** Only a code and plain facts leave; a foreign error's message could quote a secret. */
function toShape(error: unknown): AppErrorShape {
  return AppError.find(error)?.toShape() ?? { code: 'internal', facts: {} };
}
