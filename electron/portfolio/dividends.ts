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

/** Dividends come with epochs, which are further apart than this. */
const MAX_AGE_BLOCKS = 10;

interface RootPosition {
  readonly coldkey: Coldkey;
  readonly hotkey: Hotkey;
  readonly rootStake: AlphaRao;
}

/** What root positions have earned and not claimed. Read again when some blocks passed or a root position changed. */
export class Dividends {
  #readAt: number | undefined;
  #readFor = '';
  #rows: readonly RootDividendRecord[] = [];

  /** Root positions to ask about now; none when what is known is recent enough. */
  wanted({ block, positions }: PortfolioFacts): RootPosition[] {
    const roots = rootsOf(positions);
    const age = block.blockNumber - (this.#readAt ?? -MAX_AGE_BLOCKS);
    const isRecent = age >= 0 && age < MAX_AGE_BLOCKS && this.#readFor === idOf(roots);
    return isRecent ? [] : roots;
  }

  /** Takes what was read at the very block of the facts: owed amounts were counted with its root stakes. */
  learn({ block, positions }: PortfolioFacts, rows: readonly RootDividendRecord[]): void {
    this.#readAt = block.blockNumber;
    this.#readFor = idOf(rootsOf(positions));
    this.#rows = rows;
  }

  /** At the prices of the facts. */
  rows({ positions, prices }: PortfolioFacts): RootDividend[] {
    const roots = new Set(positions.filter(({ netuid }) => isRoot(netuid)).map(pairOf));
    return this.#rows
      .filter((row) => row.owed > 0n && roots.has(pairOf(row)))
      .map((row) => ({ ...row, spotValue: spotValue(row.owed, prices.get(row.netuid) ?? toRaoPerAlpha(0n)) }));
  }
}

const pairOf = ({ coldkey, hotkey }: { readonly coldkey: Coldkey; readonly hotkey: Hotkey }): string =>
  `${coldkey}/${hotkey}`;

function rootsOf(positions: PortfolioFacts['positions']): RootPosition[] {
  return positions
    .filter(({ netuid }) => isRoot(netuid))
    .map(({ coldkey, hotkey, alpha }) => ({ coldkey, hotkey, rootStake: alpha }));
}

function idOf(roots: readonly RootPosition[]): string {
  return roots.map((root) => `${pairOf(root)}/${root.rootStake}`).join(' ');
}
