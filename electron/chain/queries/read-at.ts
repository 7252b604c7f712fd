import { AppError } from '../../../shared/errors/index.ts';
import type { Connection } from '../connection/connection.ts';
import type { Runtime } from '../metadata/runtime.ts';
import type { RuntimeHolder } from '../metadata/runtime-holder.ts';
import type { At, BlockRef } from '../port.ts';
import { fromHex, toHex } from '../scale/hex.ts';
import { ScaleError } from '../scale/reader.ts';
import { toReadError } from '../scale/translated.ts';
import { pacer } from './pacer.ts';

/** Reads of one block, decoded by one runtime. */
export interface ReadAt {
  readonly runtime: Runtime;
  readonly block: BlockRef;
  /** Raw reply of a runtime API. `large` for replies of several megabytes. */
  stateCall(api: string, method: string, args: Uint8Array, large?: boolean): Promise<Uint8Array>;
  /** Many storage values in one request, in the order of the keys; null where nothing is stored. `large` as above. */
  storage(keys: readonly string[], large?: boolean): Promise<readonly (string | null)[]>;
  /** Keys below a prefix, at most `limit`. */
  keys(prefix: string, limit: number): Promise<readonly string[]>;
}

/** Keys asked for in one request; a node answers about a thousand without strain. */
const KEYS_PER_REQUEST = 1000;

export class BlockReader {
  readonly #connection: Connection;
  readonly #runtime: RuntimeHolder;
  readonly #best: () => BlockRef | undefined;
  readonly #deadlineMs: number;

  constructor(connection: Connection, runtime: RuntimeHolder, best: () => BlockRef | undefined, deadlineMs: number) {
    this.#connection = connection;
    this.#runtime = runtime;
    this.#best = best;
    this.#deadlineMs = deadlineMs;
  }

  /**
   * Runs the reads at the best block. They are repeated once when the chain moved under them: an upgrade while the
   * reply was on its way, or a fork that dropped the block.
   * @throws AppError chain.*
   */
  async at<T>(read: (at: ReadAt) => Promise<T>): Promise<At<T>> {
    await this.#connection.session(this.#deadlineMs);
    const first = this.#context();
    try {
      return { block: first.block, value: await read(first) };
    } catch (error) {
      const again = this.#runtime.loaded ? this.#context() : first;
      const moved = again.runtime !== first.runtime || again.block.blockHash !== first.block.blockHash;
      if (!moved) throw toReadError(error);
      try {
        return { block: again.block, value: await read(again) };
      } catch (second) {
        throw toReadError(second);
      }
    }
  }

  /**
   * Runs the reads at two named blocks, both decoded by the runtime in use.
   * @throws AppError chain.*
   */
  async between<T>(from: BlockRef, to: BlockRef, read: (at: readonly [ReadAt, ReadAt]) => Promise<T>): Promise<T> {
    await this.#connection.session(this.#deadlineMs);
    try {
      return await read([this.#context(from), this.#context(to)]);
    } catch (error) {
      throw toReadError(error);
    }
  }

  #context(block: BlockRef | undefined = this.#best()): ReadAt {
    const runtime = this.#runtime.current;
    if (block === undefined) throw new AppError('chain.offline');
    const call = (method: string, params: readonly unknown[], large = false): Promise<unknown> =>
      this.#connection.request(method, params, { large });
    return {
      runtime,
      block,
      stateCall: async (api, method, args, large) =>
        fromHex(await call('state_call', [`${api}_${method}`, toHex(args), block.blockHash], large)),
      storage: async (keys, large) => {
        const chunks: Promise<readonly (string | null)[]>[] = [];
        const rest = pacer();
        for (let from = 0; from < keys.length; from += KEYS_PER_REQUEST) {
          const chunk = keys.slice(from, from + KEYS_PER_REQUEST);
          const answered = call('state_queryStorageAt', [chunk, block.blockHash], large).then((reply) =>
            changesOf(reply, chunk),
          );
          // One that fails while others are still being asked is met below, with all of them.
          answered.catch(() => undefined);
          chunks.push(answered);
          await rest();
        }
        return (await Promise.all(chunks)).flat();
      },
      keys: async (prefix, limit) => {
        const reply = await call('state_getKeysPaged', [prefix, limit, null, block.blockHash]);
        if (!Array.isArray(reply) || reply.length > limit) throw new ScaleError('not a list of keys');
        return reply.map((key) => toHex(fromHex(key))).filter((key) => key.startsWith(prefix));
      },
    };
  }
}

/** Every key asked for must be answered: an omission would read as "nothing there". */
function changesOf(reply: unknown, keys: readonly string[]): readonly (string | null)[] {
  const [set] = Array.isArray(reply) ? (reply as readonly unknown[]) : [];
  const changes = typeof set === 'object' && set !== null && 'changes' in set ? set.changes : undefined;
  if (!Array.isArray(changes)) throw new ScaleError('not a storage change set');
  const values = new Map<unknown, unknown>(changes as readonly (readonly [unknown, unknown])[]);
  return keys.map((key) => {
    const value = values.get(key);
    if (value === null || (typeof value === 'string' && value.startsWith('0x'))) return value;
    throw new ScaleError('a storage key was not answered');
  });
}
