import type { Earned, Exit, StakeLock, StakePosition } from '../../../shared/contract/index.ts';
import { isRoot, type Netuid } from '../../../shared/units/index.ts';
import { rowKeeper } from '../../lib/keep-rows.ts';

/** A position with all that its row shows. */
export interface PositionRow {
  readonly kind: 'position';
  readonly key: string;
  readonly position: StakePosition;
  /** Label of the account, where several are shown. */
  readonly owner: string | undefined;
  /** Since first seen, or since the chosen date. */
  readonly earned: Earned | undefined;
  /** Of the account on this subnet, over all its validators. */
  readonly lock: StakeLock | undefined;
  readonly selected: boolean;
  /** Block the exit was simulated at, where it is older than the portfolio; root is 1:1 and simulated by nobody. */
  readonly exitBlock: number | undefined;
}

/** What the positions of a group pay when sold now, rao. */
export type GroupExit =
  /** All of a subnet sold together, as simulated. */
  | { readonly is: 'together'; readonly exit: Exit }
  /** Each of them alone, on subnets of their own: those figures add up. `missing` were not asked or cannot be sold. */
  | { readonly is: 'alone'; readonly tao: bigint; readonly missing: number }
  /** Several share a pool, and nobody simulated just these together. */
  | { readonly is: 'shared' };

export interface GroupRow {
  readonly kind: 'group';
  readonly key: string;
  readonly by: 'validator' | 'subnet';
  /** Any position of it: names, symbol and price. */
  readonly sample: StakePosition;
  readonly count: number;
  readonly open: boolean;
  /** Alpha of the one subnet; undefined over several, whose alphas are not one currency. */
  readonly alpha: bigint | undefined;
  /** Rao. */
  readonly spot: bigint;
  readonly exit: GroupExit;
  /** The one account of the group, if it is one. */
  readonly coldkey: string | undefined;
}

export type Row = PositionRow | GroupRow;

export const keyOfRow = ({ key }: Row): string => key;

/** Rows that stay the same objects from block to block while nothing in them changes. */
export const newRowKeeper = () => rowKeeper<Row>(keyOfRow);

export function keyOfPosition({
  coldkey,
  hotkey,
  netuid,
}: {
  readonly coldkey: string;
  readonly hotkey: string;
  readonly netuid: Netuid;
}): string {
  return `${coldkey}.${hotkey}.${netuid}`;
}

export interface RowFacts {
  readonly positions: readonly StakePosition[];
  readonly locks: readonly StakeLock[];
  readonly blockNumber: number;
  /** Label of an account; called only where several accounts are shown. */
  readonly ownerOf: ((coldkey: string) => string | undefined) | undefined;
  /** Earned since a chosen date by position key; undefined: since first seen. */
  readonly earnedSince: ReadonlyMap<string, Earned> | undefined;
  readonly selected: ReadonlySet<string>;
}

export function positionRows(facts: RowFacts): readonly PositionRow[] {
  const locks = new Map(facts.locks.map((lock) => [`${lock.coldkey}.${lock.netuid}`, lock]));
  return facts.positions.map((position) => {
    const key = keyOfPosition(position);
    const simulatedAt = position.exit.is === 'unknown' ? facts.blockNumber : position.exit.blockNumber;
    return {
      kind: 'position',
      key,
      position,
      owner: facts.ownerOf?.(position.coldkey),
      earned: facts.earnedSince === undefined ? position.earned : facts.earnedSince.get(key),
      lock: locks.get(`${position.coldkey}.${position.netuid}`),
      selected: facts.selected.has(key),
      exitBlock: isRoot(position.netuid) || simulatedAt >= facts.blockNumber ? undefined : simulatedAt,
    };
  });
}
