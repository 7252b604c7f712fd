import { AppError } from '../../../shared/errors/index.ts';
import type { ClientParts } from '../client-parts.ts';
import { metadataHashMode } from '../metadata/metadata-hash-mode.ts';
import type { Runtime } from '../metadata/runtime.ts';
import type { UnsignedExtrinsic } from '../port.ts';
import type { HeadsPair } from '../watch/heads.ts';
import { type PrepareRequest, prepareExtrinsic } from './prepare.ts';

/** Prepares extrinsics on a settled runtime and known heads; remembers per runtime how it takes the metadata hash. */
export class Preparer {
  readonly #parts: Pick<ClientParts, 'connection' | 'runtime' | 'heads' | 'request' | 'deadlineMs'>;
  readonly #modes = new WeakMap<Runtime, Promise<0 | 1>>();

  constructor(parts: Pick<ClientParts, 'connection' | 'runtime' | 'heads' | 'request' | 'deadlineMs'>) {
    this.#parts = parts;
  }

  async prepare(request: PrepareRequest): Promise<UnsignedExtrinsic> {
    await this.#parts.runtime.settled(); // an upgrade that fails drops the connection, so this comes first
    await this.#parts.connection.session(this.#parts.deadlineMs);
    const runtime = this.#parts.runtime.current;
    const heads = await this.#heads();
    return prepareExtrinsic(runtime, heads, await this.#mode(runtime, heads), request);
  }

  #mode(runtime: Runtime, { best }: HeadsPair): Promise<0 | 1> {
    const known = this.#modes.get(runtime);
    if (known !== undefined) return known;
    const mode = metadataHashMode(runtime, best, this.#parts.request);
    this.#modes.set(runtime, mode);
    mode.catch(() => this.#modes.delete(runtime)); // a lost answer is asked for again
    return mode;
  }

  /** The finalized head arrives with the first notification, a moment after the connection is online. */
  #heads(): Promise<HeadsPair> {
    const { heads, deadlineMs } = this.#parts;
    const { best, finalized } = heads;
    if (best !== undefined && finalized !== undefined) return Promise.resolve({ best, finalized });
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        stop();
        reject(new AppError('chain.timeout', { what: 'finalized head' }));
      }, deadlineMs);
      const stop = heads.listen((pair) => {
        clearTimeout(timer);
        stop();
        resolve(pair);
      });
    });
  }
}
