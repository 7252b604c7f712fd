import type { Block } from '../node/block.ts';
import type { SimNode } from '../node/node.ts';
import type { KeptBlock } from '../node/resume.ts';
import type { StateReader } from '../runtime/port.ts';
import { Events } from '../runtime/storage/system.ts';
import { encodeSaved, type Saved } from './saved.ts';

/** Blocks whose header, body and events survive: more than a transaction of the app may wait for its block. */
const KEEP_BLOCKS = 256;
/** Between two writes while nobody but the network itself does anything, ms. */
const IDLE_MS = 5_000;
const EVENTS_KEY = Events.keyOf();

export interface KeeperParts {
  readonly node: SimNode;
  readonly chain: Pick<Saved, 'scenario' | 'seed'>;
  readonly genesisMs: bigint;
  /** Blocks an earlier run kept, oldest first. */
  readonly earlier: readonly KeptBlock[];
  readonly write: (bytes: Uint8Array) => void;
  /** Told at the first write that fails after one that did not. */
  readonly onFailure: () => void;
  /** Milliseconds that only go forward. */
  readonly monotonic: () => number;
}

function kept({ header, extrinsics, inherentCount, timestampMs, state }: Block): KeptBlock {
  const events = state.get(EVENTS_KEY);
  const remnant = new Map(events === undefined ? [] : [[EVENTS_KEY, events]]);
  return { header, extrinsics, inherentCount, timestampMs, remnant };
}

function whole(state: StateReader): Map<string, Uint8Array> {
  const values = new Map<string, Uint8Array>();
  for (const key of state.keys('')) values.set(key, state.get(key) ?? new Uint8Array());
  return values;
}

/**
 * Writes the finalized chain down as it grows: at once when somebody's transaction became final, so that nothing a wallet
 * was told to be final is lost, and every few seconds otherwise. Writes block the process; they take milliseconds.
 */
export class Keeper {
  readonly #parts: KeeperParts;
  readonly #blocks: KeptBlock[];
  readonly #stop: () => void;
  #writtenAt = Number.NEGATIVE_INFINITY;
  #isFailing = false;
  #soon: number | undefined;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
    this.#blocks = [...parts.earlier];
    this.#stop = parts.node.onFinalized.add((blocks) => this.#follow(blocks));
    this.#save();
  }

  /** Writes as soon as this block is final. */
  soon({ number }: Block): void {
    this.#soon = number;
  }

  /** The end of an orderly run: all that was made becomes final and is written. */
  close(): void {
    const { node } = this.#parts;
    node.finalizeTo(node.chain.best.number);
    this.#stop();
    this.#save();
  }

  #follow(blocks: readonly Block[]): void {
    for (const block of blocks) this.#blocks.push(kept(block));
    this.#blocks.splice(0, Math.max(0, this.#blocks.length - KEEP_BLOCKS));
    const isUsed = blocks.some(
      ({ number, extrinsics, inherentCount }) => extrinsics.length > inherentCount || number === this.#soon,
    );
    if (isUsed || this.#parts.monotonic() - this.#writtenAt >= IDLE_MS) this.#save();
  }

  #save(): void {
    const { node, chain, genesisMs, write, onFailure, monotonic } = this.#parts;
    const { finalized, genesis } = node.chain;
    this.#writtenAt = monotonic();
    try {
      write(
        encodeSaved({
          ...chain,
          specVersion: genesis.runtime.version.specVersion,
          genesisHash: genesis.hash,
          genesisMs,
          blocks: this.#blocks,
          state: whole(finalized.state),
        }),
      );
      this.#isFailing = false;
    } catch {
      // A network that cannot be kept is still a network: it goes on and tries again.
      if (!this.#isFailing) onFailure();
      this.#isFailing = true;
    }
  }
}
