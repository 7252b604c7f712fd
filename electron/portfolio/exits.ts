import type { Exit } from '../../shared/contract/index.ts';
import { type AlphaRao, isRoot, type Netuid, type RaoPerAlpha, toRao } from '../../shared/units/index.ts';
import type { BlockRef, SimulatedSwap } from '../chain/port.ts';
import type { AlphaAmount, PortfolioFacts } from './facts.ts';
import type { Sale } from './sales.ts';

/** Simulations in one block once the first wave has answered all. */
const WARM_BUDGET = 64;
/** Bounds the first wave against a node that invents positions. */
const COLD_BUDGET = 4096;
/** A figure for another amount is shown until it is asked again only while the amounts differ by at most this share. */
const CLOSE_ENOUGH = 100n;

interface Figure {
  readonly alpha: AlphaRao;
  readonly price: RaoPerAlpha | undefined;
  readonly exit: Exclude<Exit, { is: 'unknown' }>;
}

const simulationId = ({ netuid, alpha }: AlphaAmount): string => `${netuid}/${alpha}`;
const byValue = (a: Sale, b: Sale): number => (a.value === b.value ? 0 : a.value > b.value ? -1 : 1);

/** What every sale would pay, as the runtime simulated it; each figure keeps the block it is of. */
export class Exits {
  #figures = new Map<string, Figure>();

  /** What to simulate at this block: everything at first, later what is stale, the most telling first. */
  plan(sales: readonly Sale[], { block, prices }: PortfolioFacts): AlphaAmount[] {
    this.#forgetOthers(sales);
    const traded = sales.filter(({ netuid }) => !isRoot(netuid));
    const isCold = traded.every(({ id }) => !this.#figures.has(id));
    const stale = traded.filter((sale) => this.#isStale(sale, prices, block));
    return takeDistinct(isCold ? stale.toSorted(byValue) : this.#ranked(stale), isCold ? COLD_BUDGET : WARM_BUDGET);
  }

  /** Keeps what was simulated. Several sales of one amount on one subnet are one simulation. */
  learn(
    sales: readonly Sale[],
    { prices }: PortfolioFacts,
    asked: readonly AlphaAmount[],
    answers: { readonly block: BlockRef; readonly value: readonly SimulatedSwap[] },
  ): void {
    const { blockNumber } = answers.block;
    const found = new Map(asked.map((sale, at) => [simulationId(sale), answers.value[at]]));
    for (const sale of sales) {
      const swap = found.get(simulationId(sale));
      if (swap === undefined) continue;
      const price = prices.get(sale.netuid);
      this.#figures.set(sale.id, { alpha: sale.alpha, price, exit: exitOf(swap, blockNumber) });
    }
  }

  /** Root is 1:1 and asks nobody; the figure stays of the block the amount was first seen at. */
  learnRoot(sales: readonly Sale[], { block }: PortfolioFacts): void {
    for (const { id, netuid, alpha } of sales) {
      if (!isRoot(netuid) || this.#figures.get(id)?.alpha === alpha) continue;
      const exit = { is: 'pays', tao: toRao(alpha), blockNumber: block.blockNumber } as const;
      this.#figures.set(id, { alpha, price: undefined, exit });
    }
  }

  get(id: string, alpha: AlphaRao): Exit {
    const figure = this.#figures.get(id);
    if (figure === undefined || !isClose(figure.alpha, alpha)) return { is: 'unknown' };
    return figure.exit;
  }

  #isStale({ id, netuid, alpha }: Sale, prices: ReadonlyMap<Netuid, RaoPerAlpha>, block: BlockRef): boolean {
    const figure = this.#figures.get(id);
    if (figure === undefined || figure.alpha !== alpha || figure.price !== prices.get(netuid)) return true;
    return figure.exit.blockNumber > block.blockNumber; // simulated on a fork that is gone
  }

  /** Unknown or changed amounts, then in turns the most valuable and the longest not asked, so that nobody waits for ever. */
  #ranked(stale: readonly Sale[]): Sale[] {
    const isUrgent = ({ id, alpha }: Sale): boolean => this.#figures.get(id)?.alpha !== alpha;
    const rest = stale.filter((sale) => !isUrgent(sale)).toSorted(byValue);
    const ageOf = ({ id }: Sale): number => this.#figures.get(id)?.exit.blockNumber ?? 0;
    const oldest = rest.toSorted((a, b) => ageOf(a) - ageOf(b));
    const turns = rest.flatMap((sale, at) => [sale, oldest[at] ?? sale]);
    return [...stale.filter(isUrgent).toSorted(byValue), ...turns];
  }

  #forgetOthers(sales: readonly Sale[]): void {
    const wanted = new Set(sales.map(({ id }) => id));
    for (const id of this.#figures.keys()) if (!wanted.has(id)) this.#figures.delete(id);
  }
}

/** All zero is how the runtime says that the sale would fail. */
function exitOf({ taoAmount, alphaAmount, taoFee, alphaFee }: SimulatedSwap, blockNumber: number): Figure['exit'] {
  const isNothing = taoAmount === 0n && alphaAmount === 0n && taoFee === 0n && alphaFee === 0n;
  return isNothing ? { is: 'cannot', blockNumber } : { is: 'pays', tao: taoAmount, blockNumber };
}

function isClose(a: AlphaRao, b: AlphaRao): boolean {
  return (a > b ? a - b : b - a) * CLOSE_ENOUGH <= b;
}

function takeDistinct(sales: readonly Sale[], limit: number): AlphaAmount[] {
  const found = new Map<string, AlphaAmount>();
  for (const { netuid, alpha } of sales) {
    if (found.size >= limit) break;
    found.set(simulationId({ netuid, alpha }), { netuid, alpha });
  }
  return [...found.values()];
}
