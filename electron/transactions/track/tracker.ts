import type { AssetAmount, Moved } from '../../../shared/contract/index.ts';
import { AppError, type AppErrorCode } from '../../../shared/errors/index.ts';
import type { Netuid } from '../../../shared/units/index.ts';
import type { ChainClient, InclusionRecord, Unsubscribe } from '../../chain/port.ts';
import type { JournalRecord } from '../../store/index.ts';
import type { JournalBook } from '../journal/book.ts';
import { tradeAsset } from '../plan/trade.ts';
import type { TransactionsLog } from '../ports.ts';
import { movedBy } from './moved.ts';
import { dispatchError, eventTexts } from './outcome.ts';
import type { Movement } from './received.ts';

export interface TrackerOptions {
  readonly book: JournalBook;
  readonly chain: () => ChainClient;
  /** Whether this run of the app is still handing these bytes to the chain. */
  readonly isSending: (txId: string) => boolean;
  /** A subnet's token symbol, untrusted text. */
  readonly symbolOf: (netuid: Netuid) => Promise<string>;
  readonly log: TransactionsLog;
}

/**
 * Follows what was signed to its end, block by block: looks for the hash, watches its block until it is final, takes it
 * back when the block forks away, and calls it expired only when the finalized chain has passed its last block without it.
 * It only ever reads. Nothing is signed or sent again.
 */
export class Tracker {
  readonly #options: TrackerOptions;
  /** Finalized height up to which a hash was looked for in vain; those blocks need no second look. */
  readonly #cleared = new Map<string, number>();
  #watched: { readonly chain: ChainClient; readonly stop: Unsubscribe } | undefined;
  #pass: Promise<void> | undefined;
  #again = false;
  #closed = false;

  constructor(options: TrackerOptions) {
    this.#options = options;
  }

  /** Begins to follow the client in use, if it is another one, and looks at once. */
  resume(): void {
    const chain = this.#options.chain();
    if (this.#watched?.chain !== chain) {
      this.#watched?.stop();
      this.#watched = { chain, stop: chain.watchBlocks(() => this.look()) };
    }
    this.look();
  }

  /** Asks for one more pass; passes never overlap. */
  look(): void {
    this.#again = true;
    this.#pass ??= this.#run().finally(() => {
      this.#pass = undefined;
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#watched?.stop();
    await this.#pass;
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#closed) {
      this.#again = false;
      await this.#lookAtAll().catch((error: unknown) => {
        this.#options.log.warn('looking for transactions failed', { code: AppError.find(error)?.code ?? 'internal' });
      });
    }
  }

  async #lookAtAll(): Promise<void> {
    const { book } = this.#options;
    const chain = this.#options.chain();
    const { phase } = chain.status();
    if (phase !== 'online' && phase !== 'stale') return;
    for (const record of book.pending(chain.runtime().genesisHash)) {
      if (this.#closed) return;
      try {
        await this.#lookAt(chain, record);
      } catch (error) {
        // One that cannot be looked up now must not hide the others; the next block tries again.
        this.#couldNotLook(chain, record, AppError.find(error)?.code ?? 'internal');
      }
    }
  }

  /** Past its window with blocks that cannot be read (pruned, or a node that refuses): "sent" would no longer be true. */
  #couldNotLook(chain: ChainClient, { txId, deathBlock }: JournalRecord, code: AppErrorCode): void {
    this.#options.log.warn('a transaction could not be looked up', { txId, code });
    if (code === 'chain.offline' || code === 'chain.timeout' || finalizedOf(chain) <= deathBlock) return;
    const error = { code: 'tx.unknown_outcome', facts: { reason: code } } as const;
    this.#options.book.apply(txId, { type: 'unclear' }, { error });
  }

  async #lookAt(chain: ChainClient, seen: JournalRecord): Promise<void> {
    const { book } = this.#options;
    const { txId } = seen;
    if (seen.state === 'signed' && seen.sendStartedMs !== undefined && !this.#options.isSending(txId)) {
      book.apply(txId, { type: 'restarted' }, { error: { code: 'tx.unknown_outcome', facts: {} } });
    }
    if (seen.block !== undefined) {
      const hash = await chain.getBlockHash(seen.block.blockNumber).catch(() => undefined);
      if (hash === seen.block.blockHash) {
        await this.#settle(chain, seen, seen.block.blockNumber);
        return;
      }
      if (hash === undefined) return;
      this.#cleared.delete(txId);
      book.apply(txId, { type: 'forked' }, FORGET);
    }
    await this.#search(chain, seen);
  }

  /** Its block is where it was. Once that height is final, the block is read once more from the final chain. */
  async #settle(chain: ChainClient, { txId, hash, intent }: JournalRecord, height: number): Promise<void> {
    if (finalizedOf(chain) < height) return;
    const found = await chain.findExtrinsic(hash, height, height);
    if (found === undefined) this.#options.book.apply(txId, { type: 'forked' }, FORGET);
    else await this.#include(chain, txId, found, intent);
  }

  async #search(chain: ChainClient, record: JournalRecord): Promise<void> {
    const { txId, hash, birthBlock, deathBlock } = record;
    const finalized = finalizedOf(chain);
    const best = chain.status().best?.blockNumber ?? finalized;
    const from = (this.#cleared.get(txId) ?? birthBlock) + 1;
    const to = Math.min(best, deathBlock);
    const found = from > to ? undefined : await chain.findExtrinsic(hash, from, to);
    if (found !== undefined) {
      await this.#include(chain, txId, found, record.intent);
      return;
    }
    this.#cleared.set(txId, Math.max(Math.min(finalized, to), birthBlock));
    if (finalized <= deathBlock) return;
    const neverSent = record.sendStartedMs === undefined;
    const error = { code: 'tx.expired', facts: { neverSent } } as const;
    if (this.#options.book.apply(txId, { type: 'window_closed' }, { error })) this.#cleared.delete(txId);
  }

  async #include(
    chain: ChainClient,
    txId: string,
    found: InclusionRecord,
    intent: JournalRecord['intent'],
  ): Promise<void> {
    const record = this.#options.book.get(txId);
    if (record === undefined) return;
    const final = finalizedOf(chain) >= found.block.blockNumber;
    if (record.block?.blockHash === found.block.blockHash && !final) return;
    const moved = await movedBy(chain, { intent, call: record.call }, found);
    const feeInAlpha = await this.#feeInAlpha(found);
    this.#options.book.apply(
      txId,
      { type: 'included', ok: found.ok, final },
      {
        block: found.block,
        fee: found.fee,
        feeInAlpha,
        moved: await Promise.all(moved.map((one) => this.#named(one))),
        error: dispatchError(found, intent, feeInAlpha),
        events: eventTexts(found.events),
      },
    );
    if (final) this.#cleared.delete(txId);
  }

  async #named({ netuid, amount, ...rest }: Movement): Promise<Moved> {
    return { ...rest, asset: tradeAsset(netuid, await this.#options.symbolOf(netuid)), amount };
  }

  /** What the chain took for the fee from the position, in that position's token. */
  async #feeInAlpha({ feeInAlpha }: InclusionRecord): Promise<AssetAmount | undefined> {
    if (feeInAlpha === undefined) return undefined;
    const { netuid, alpha } = feeInAlpha;
    return { asset: tradeAsset(netuid, await this.#options.symbolOf(netuid)), amount: alpha };
  }
}

/** What a block told, taken back with it. */
const FORGET = {
  block: undefined,
  fee: undefined,
  feeInAlpha: undefined,
  moved: [],
  error: undefined,
  events: [],
};

function finalizedOf(chain: ChainClient): number {
  return chain.status().finalized?.blockNumber ?? 0;
}
