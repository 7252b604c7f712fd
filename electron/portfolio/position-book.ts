import type { Earned, PositionEarned } from '../../shared/contract/index.ts';
import { type Coldkey, MAX_U64, type RaoPerAlpha, toAlphaRao, toRaoPerAlpha } from '../../shared/units/index.ts';
import type { PositionKey, PositionShares } from '../chain/delegation-port.ts';
import type { StakePositionRecord } from '../chain/port.ts';
import type { PositionHistory, PositionSample, SampleBatch } from '../store/index.ts';
import { growth } from './earned.ts';
import { type PortfolioFacts, positionId } from './facts.ts';

interface Known extends PositionHistory {
  /** The last block at which the position was seen to be as in its last sample. */
  readonly seenUntil: number;
}

export type NextSample = SampleBatch['positions'][number];

/** The newest sample of every position, and what the next ones are. */
export class PositionBook {
  readonly #known = new Map<string, Known>();

  load(histories: readonly PositionHistory[]): void {
    for (const history of histories) {
      this.#known.set(positionId(history.position), { ...history, seenUntil: history.last.blockNumber });
    }
  }

  /** Positions that are not as their last sample says: their shares are needed for the next one. */
  changed(facts: PortfolioFacts): StakePositionRecord[] {
    return facts.positions.filter((position) => this.#known.get(positionId(position))?.last.alpha !== position.alpha);
  }

  /** Samples of changed positions whose shares are known, and of positions that are gone. */
  next(facts: PortfolioFacts, shares: readonly PositionShares[], timeMs: number): NextSample[] {
    const sharesOf = new Map(shares.map((row) => [positionId(row), row.shares]));
    const held = this.changed(facts).flatMap((position) => {
      const own = sharesOf.get(positionId(position));
      return own === undefined ? [] : [{ position, alpha: position.alpha, shares: own }];
    });
    const gone = this.#gone(facts).map((position) => ({ position, alpha: toAlphaRao(0n), shares: 0n }));
    const nonces = new Map(facts.accounts.map(({ address, nonce }) => [address, nonce]));
    return [...held, ...gone].map(({ position: { coldkey, hotkey, netuid }, alpha, shares: own }) => {
      const position = { coldkey, hotkey, netuid };
      const bare = {
        blockNumber: facts.block.blockNumber,
        timeMs,
        alpha,
        shares: own,
        nonce: nonces.get(coldkey) ?? 0,
      };
      return { position, sample: this.#grown(position, bare), price: priceOf(facts, position) };
    });
  }

  /** After samples were kept: every position that still is as its last sample says was seen at this block. */
  accept(facts: PortfolioFacts, kept: readonly NextSample[]): void {
    const { blockNumber } = facts.block;
    for (const { position, sample } of kept) {
      const id = positionId(position);
      const first = this.#known.get(id)?.first ?? sample;
      this.#known.set(id, { position, first, last: sample, seenUntil: blockNumber });
    }
    const alphas = new Map(facts.positions.map((position) => [positionId(position), position.alpha]));
    for (const [id, known] of this.#known) {
      if ((alphas.get(id) ?? 0n) === known.last.alpha) this.#known.set(id, { ...known, seenUntil: blockNumber });
    }
  }

  /** Since the first sample; undefined before there are two. */
  earned(position: StakePositionRecord): Earned | undefined {
    const known = this.#known.get(positionId(position));
    return known === undefined || known.first.blockNumber === known.last.blockNumber
      ? undefined
      : earnedBetween(known.first, known.last);
  }

  #grown(position: PositionKey, sample: Omit<PositionSample, 'earned' | 'gaps'>): PositionSample {
    const known = this.#known.get(positionId(position));
    if (known === undefined) return { ...sample, earned: 0n, gaps: 0 };
    const { earned, exact } = growth(position.netuid, known.last, sample, known.seenUntil);
    return { ...sample, earned: known.last.earned + earned, gaps: known.last.gaps + (exact ? 0 : 1) };
  }

  /** Positions of the accounts of the facts that had something at last and have nothing now. */
  #gone({ accounts, positions }: PortfolioFacts): PositionKey[] {
    const present = new Set(positions.map(positionId));
    const asked = new Set<Coldkey>(accounts.map(({ address }) => address));
    return [...this.#known]
      .filter(([id, { position, last }]) => last.alpha > 0n && asked.has(position.coldkey) && !present.has(id))
      .map(([, { position }]) => position);
  }
}

const priceOf = ({ prices }: PortfolioFacts, { netuid }: PositionKey): RaoPerAlpha =>
  prices.get(netuid) ?? toRaoPerAlpha(0n);

/** What was earned from one sample to another of the same position. */
export function earnedBetween(first: PositionSample, last: PositionSample): Earned {
  const earned = last.earned - first.earned;
  return {
    alpha: toAlphaRao(earned < MAX_U64 ? earned : MAX_U64),
    fromBlock: first.blockNumber,
    fromTimeMs: first.timeMs,
    exact: last.gaps === first.gaps,
  };
}

export function toPositionEarned({ position, first, last }: PositionHistory): PositionEarned {
  return { ...position, earned: earnedBetween(first, last) };
}
