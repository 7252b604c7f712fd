import type { BasketOwed } from '../../shared/contract/index.ts';
import type { Coldkey, Hotkey } from '../../shared/units/index.ts';
import type { BasketRecord } from '../chain/delegation-port.ts';
import type { ChainClient } from '../chain/port.ts';
import type { Catalog } from '../staking/index.ts';
import { rootsOf } from './dividends.ts';
import { isSameBlock, type PortfolioFacts } from './facts.ts';
import { Pace } from './pace.ts';

interface Holder {
  readonly coldkey: Coldkey;
  readonly hotkey: Hotkey;
}

/**
 * What claims on root baskets would pay. Reading it takes two waves (whose baskets, then what each pays), so it has a block
 * of its own, as root dividends by subnet have: it begins beside the facts and counts only for the block that these are of.
 */
export class Baskets {
  readonly #pace = new Pace();
  #rows: readonly BasketRecord[] = [];
  #blockNumber = 0;

  get hasRead(): boolean {
    return this.#pace.hasRead;
  }

  /** Shares are bought without any root stake: whatever an account signed may have changed what it holds. */
  isDue(facts: PortfolioFacts, blockNumber: number): boolean {
    return facts.accounts.length > 0 && this.#pace.isDue(idOf(facts), blockNumber);
  }

  /** Call before asking. */
  tried(blockNumber: number): void {
    this.#pace.tried(blockNumber);
  }

  /** Takes what was asked for with the facts before, unless the accounts have done something since. */
  learn(facts: PortfolioFacts, before: PortfolioFacts, rows: readonly BasketRecord[]): void {
    if (idOf(facts) !== idOf(before)) return;
    this.#pace.read(idOf(facts), facts.block.blockNumber);
    this.#rows = rows;
    this.#blockNumber = facts.block.blockNumber;
  }

  /** Undefined before the first reading. */
  rows({ accounts }: PortfolioFacts, names: Pick<Catalog, 'knownValidator'>): BasketOwed[] | undefined {
    if (!this.hasRead) return undefined;
    const own = new Set(accounts.map(({ address }) => address));
    return this.#rows
      .filter(({ coldkey, owed }) => owed > 0n && own.has(coldkey))
      .map(({ coldkey, hotkey, owed, threshold }) => {
        const validatorName = names.knownValidator(hotkey)?.name;
        const name = validatorName === undefined ? {} : { validatorName };
        return { coldkey, hotkey, ...name, owed, threshold, blockNumber: this.#blockNumber };
      });
  }
}

/**
 * Baskets of these accounts, those of their root positions included, with the block; undefined when the chain moved between
 * the two waves. @throws AppError chain.*
 */
export async function readBaskets(chain: ChainClient, { accounts, positions }: PortfolioFacts) {
  const holders = await chain.getBasketHolders(accounts.map(({ address }) => address));
  const baskets = await chain.getBaskets(eachOnce([...rootsOf(positions), ...holders.value]));
  return isSameBlock(holders.block, baskets.block) ? baskets : undefined;
}

function eachOnce(holders: readonly Holder[]): Holder[] {
  return [...new Map(holders.map(({ coldkey, hotkey }) => [`${coldkey}/${hotkey}`, { coldkey, hotkey }])).values()];
}

function idOf({ accounts, positions }: PortfolioFacts): string {
  const sent = accounts.map(({ address, nonce }) => `${address}/${nonce}`);
  const roots = rootsOf(positions).map(({ coldkey, hotkey, rootStake }) => `${coldkey}/${hotkey}/${rootStake}`);
  return [...sent, ...roots].join(' ');
}
