import type { StakePosition, SubnetExit } from '../../../shared/contract/index.ts';
import { type Sort, sortGroups } from './order.ts';
import type { GroupExit, GroupRow, PositionRow, Row } from './rows.ts';

export const GROUPINGS = ['none', 'validator', 'subnet'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface GroupFacts {
  /** Everything of the scope on one subnet, sold together. */
  readonly exits: readonly SubnetExit[];
  /** All positions of the scope: a group that a search made smaller is not all of its subnet. */
  readonly positions: readonly StakePosition[];
  readonly closed: ReadonlySet<string>;
  readonly sort: Sort;
}

type Rows = readonly [PositionRow, ...PositionRow[]];

/** The rows, already in their order, under a head each of their group; a closed group shows its head alone. */
export function groupRows(rows: readonly PositionRow[], grouping: Grouping, facts: GroupFacts): readonly Row[] {
  if (grouping === 'none') return rows;
  const members = new Map<string, Rows>();
  for (const row of rows) {
    const key = `${grouping}.${grouping === 'subnet' ? row.position.netuid : row.position.hotkey}`;
    const before = members.get(key);
    members.set(key, before === undefined ? [row] : [...before, row]);
  }
  const heads = [...members].map(([key, group]) => headOf(key, group, grouping, facts));
  return sortGroups(heads, facts.sort).flatMap((head) => [head, ...(head.open ? (members.get(head.key) ?? []) : [])]);
}

function headOf(key: string, rows: Rows, by: 'validator' | 'subnet', facts: GroupFacts): GroupRow {
  const [{ position: sample }] = rows;
  const positions = rows.map(({ position }) => position);
  const oneSubnet = positions.every(({ netuid }) => netuid === sample.netuid);
  const oneAccount = positions.every(({ coldkey }) => coldkey === sample.coldkey);
  return {
    kind: 'group',
    key,
    by,
    sample,
    count: rows.length,
    open: !facts.closed.has(key),
    alpha: oneSubnet ? positions.reduce((sum, { alpha }) => sum + alpha, 0n) : undefined,
    spot: positions.reduce((sum, position) => sum + position.spotValue, 0n),
    exit: by === 'subnet' ? exitOfSubnet(positions, sample, facts) : exitAlone(positions),
    coldkey: oneAccount ? sample.coldkey : undefined,
  };
}

/** As simulated for the whole subnet, and only where the group is the whole of it. */
function exitOfSubnet(positions: readonly StakePosition[], { netuid }: StakePosition, facts: GroupFacts): GroupExit {
  const all = facts.positions.filter((position) => position.netuid === netuid).length;
  const together = facts.exits.find((entry) => entry.netuid === netuid);
  if (together !== undefined && positions.length === all) return { is: 'together', exit: together.exit };
  return exitAlone(positions);
}

/** Sum of single exits, which is true only while no two of them share a pool; root has none. */
function exitAlone(positions: readonly StakePosition[]): GroupExit {
  const pools = positions.map(({ netuid }) => netuid).filter((netuid) => netuid !== 0);
  if (new Set(pools).size !== pools.length) return { is: 'shared' };
  let tao = 0n;
  let missing = 0;
  for (const { exit } of positions) {
    if (exit.is === 'pays') tao += exit.tao;
    else missing += 1;
  }
  return { is: 'alone', tao, missing };
}
