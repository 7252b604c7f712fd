import type { RootDividend } from '../../shared/contract/index.ts';
import {
  type AlphaRao,
  type Coldkey,
  type Hotkey,
  isRoot,
  spotValue,
  toRaoPerAlpha,
} from '../../shared/units/index.ts';
import type { RootDividendRecord } from '../chain/delegation-port.ts';
import type { PortfolioFacts } from './facts.ts';
import { Pace } from './pace.ts';

export interface RootPosition {
  readonly coldkey: Coldkey;
  readonly hotkey: Hotkey;
  readonly rootStake: AlphaRao;
}

/**
 * What root positions have earned and not claimed. Reading it takes two waves of requests, as many as a block may cost: so
 * it has a block of its own, begins beside the facts with the root stakes of the facts before, and counts only if the new
 * facts confirm them.
 */
export class Dividends {
  #pace = new Pace();
  #rows: readonly RootDividendRecord[] = [];

  get hasRead(): boolean {
    return this.#pace.hasRead;
  }

  /** Root positions to ask about at this block, if it is time to. */
  due({ positions }: PortfolioFacts, blockNumber: number): RootPosition[] {
    const roots = rootsOf(positions);
    return this.#pace.isDue(idOf(roots), blockNumber) ? roots : [];
  }

  /** The runtime went over to another way of paying: nothing is owed by subnet any more. */
  forget(): void {
    this.#pace = new Pace();
    this.#rows = [];
  }

  /** Call before asking. */
  tried(blockNumber: number): void {
    this.#pace.tried(blockNumber);
  }

  /** Takes what was read at the very block of the facts, unless the root stakes it was counted with are not theirs. */
  learn(
    { block, positions }: PortfolioFacts,
    asked: readonly RootPosition[],
    rows: readonly RootDividendRecord[],
  ): void {
    if (idOf(rootsOf(positions)) !== idOf(asked)) return;
    this.#pace.read(idOf(asked), block.blockNumber);
    this.#rows = rows;
  }

  /** At the prices of the facts. */
  rows({ positions, prices }: PortfolioFacts): RootDividend[] {
    const roots = new Set(positions.filter(({ netuid }) => isRoot(netuid)).map(pairOf));
    return this.#rows
      .filter((row) => row.owed > 0n && roots.has(pairOf(row)))
      .map(({ coldkey, hotkey, netuid, owed, threshold }) => {
        const price = prices.get(netuid) ?? toRaoPerAlpha(0n);
        return { coldkey, hotkey, netuid, owed, threshold, spotValue: spotValue(owed, price) };
      });
  }
}

const pairOf = ({ coldkey, hotkey }: { readonly coldkey: Coldkey; readonly hotkey: Hotkey }): string =>
  `${coldkey}/${hotkey}`;

export function rootsOf(positions: PortfolioFacts['positions']): RootPosition[] {
  return positions
    .filter(({ netuid }) => isRoot(netuid))
    .map(({ coldkey, hotkey, alpha }) => ({ coldkey, hotkey, rootStake: alpha }));
}

function idOf(roots: readonly RootPosition[]): string {
  return roots.map((root) => `${pairOf(root)}/${root.rootStake}`).join(' ');
}
