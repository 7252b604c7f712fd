import {
  type AlphaRao,
  type Coldkey,
  MAX_U64,
  type Netuid,
  type Rao,
  spotValue,
  toAlphaRao,
  toRaoPerAlpha,
} from '../../shared/units/index.ts';
import { type PortfolioFacts, positionId } from './facts.ts';

/** A sale whose price the portfolio wants to know. */
export interface Sale {
  readonly id: string;
  readonly netuid: Netuid;
  readonly alpha: AlphaRao;
  /** Spot value in rao: what makes one sale more worth asking than another. */
  readonly value: Rao;
}

/** All alpha on a subnet, of one account or of all (without `coldkey`). */
export interface Group {
  readonly id: string;
  readonly coldkey?: Coldkey;
  readonly netuid: Netuid;
  readonly alpha: AlphaRao;
}

/** Capped like sums of rao: only a lying node reaches it. */
function addAlpha(a: AlphaRao, b: AlphaRao): AlphaRao {
  const sum = a + b;
  return toAlphaRao(sum < MAX_U64 ? sum : MAX_U64);
}

/** By account and subnet first, then by subnet over all accounts; alpha is added within one subnet only. */
export function groupsOf(positions: PortfolioFacts['positions']): Group[] {
  const accounts = new Map<string, Group>();
  const all = new Map<string, Group>();
  const add = (groups: Map<string, Group>, group: Group): void => {
    const before = groups.get(group.id);
    groups.set(group.id, before === undefined ? group : { ...group, alpha: addAlpha(before.alpha, group.alpha) });
  };
  for (const { coldkey, netuid, alpha } of positions) {
    add(accounts, { id: `${netuid}//${coldkey}`, coldkey, netuid, alpha });
    add(all, { id: `${netuid}//`, netuid, alpha });
  }
  return [...accounts.values(), ...all.values()];
}

/** Every position alone, and every group together. */
export function salesOf({ positions, prices }: PortfolioFacts): Sale[] {
  const sale = (id: string, netuid: Netuid, alpha: AlphaRao): Sale => ({
    id,
    netuid,
    alpha,
    value: spotValue(alpha, prices.get(netuid) ?? toRaoPerAlpha(0n)),
  });
  return [
    ...positions.map((position) => sale(positionId(position), position.netuid, position.alpha)),
    ...groupsOf(positions).map(({ id, netuid, alpha }) => sale(id, netuid, alpha)),
  ];
}
