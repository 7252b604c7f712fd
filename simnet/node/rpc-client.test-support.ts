import { WebSocket } from 'ws';
import type { Simnet } from '../index.ts';
import { bytesOf, hexOf } from '../runtime/hex.ts';
import { createRuntime } from '../runtime/index.ts';
import { callOf, type SignOptions, signedExtrinsic } from '../runtime/test-kit.ts';
import { devAccount } from '../scenarios/index.ts';

export const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty';
export const TAO = 1_000_000_000n;

export interface RpcFailure {
  readonly code: number;
  readonly message: string;
  readonly data?: string;
}

interface Message {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: RpcFailure;
  readonly params?: { readonly subscription: string; readonly result: unknown };
}

/** What one subscription was told so far. */
export interface Told {
  readonly id: string;
  readonly all: unknown[];
}

/** A client without any opinion: it sends JSON and keeps what comes back. */
export class RpcClient {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (message: Message) => void>();
  readonly #told = new Map<string, unknown[]>();
  #nextId = 1;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as Message;
      if (message.id !== undefined) this.#waiting.get(message.id)?.(message);
      else if (message.params !== undefined) this.#listOf(message.params.subscription).push(message.params.result);
    });
  }

  static async open(url: string, headers: Record<string, string> = {}): Promise<RpcClient> {
    const socket = new WebSocket(url, { headers });
    await new Promise<void>((opened, failed) => {
      socket.once('open', opened);
      socket.once('error', failed);
    });
    return new RpcClient(socket);
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  /** @throws the JSON-RPC error object */
  async call<T = unknown>(method: string, ...params: readonly unknown[]): Promise<T> {
    const { error, result } = await this.#ask(method, params);
    if (error !== undefined) throw Object.assign(new Error(error.message), error);
    return result as T;
  }

  async failure(method: string, ...params: readonly unknown[]): Promise<RpcFailure | undefined> {
    return (await this.#ask(method, params)).error;
  }

  async subscribe(method: string, ...params: readonly unknown[]): Promise<Told> {
    const id = await this.call<string>(method, ...params);
    return { id, all: this.#listOf(id) };
  }

  /** Everything sent before has been answered once this returns. */
  async settle(): Promise<void> {
    await this.call('system_name');
    await this.call('system_name');
  }

  close(): void {
    this.#socket.close();
  }

  #listOf(subscription: string): unknown[] {
    const list = this.#told.get(subscription) ?? [];
    this.#told.set(subscription, list);
    return list;
  }

  #ask(method: string, params: readonly unknown[]): Promise<Message> {
    const id = this.#nextId++;
    return new Promise((answered) => {
      this.#waiting.set(id, (message) => {
        this.#waiting.delete(id);
        answered(message);
      });
      this.#socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
    });
  }
}

const runtime = createRuntime();

export interface Transfer extends Omit<SignOptions, 'genesisHash'> {
  readonly from?: string;
  /** Rao. */
  readonly amount?: bigint;
}

/** A signed transfer to //Bob for the chain behind `client`, as hex. */
export async function transferTo(
  client: RpcClient,
  { from = 'Alice', amount = TAO, ...sign }: Transfer = {},
): Promise<string> {
  const genesisHash = bytesOf(await client.call<string>('chain_getBlockHash', 0));
  const value = { dest: { type: 'Id', value: devAccount('Bob').accountId }, value: amount };
  const call = callOf('Balances', 'transfer_keep_alive', value);
  return hexOf(signedExtrinsic(runtime, devAccount(from), call, { ...sign, genesisHash }));
}

/** Two era bytes of a mortal era that begins at `block` (a multiple of nothing in particular below `period`). */
export function mortalEra(period: number, block: number): Uint8Array {
  const encoded = Math.log2(period) - 1 + ((block % period) << 4);
  return Uint8Array.of(encoded & 255, encoded >> 8);
}

export async function openNet(net: Simnet): Promise<RpcClient> {
  return RpcClient.open(net.url);
}
