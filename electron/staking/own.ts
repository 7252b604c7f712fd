import type { AutoStake, Basket, OwnHotkey } from '../../shared/contract/index.ts';
import type { Hotkey } from '../../shared/units/index.ts';
import type {
  AutoStakeRecord,
  BasketRecord,
  ChildRecord,
  OwnHotkeyRecord,
  OwnHotkeys,
} from '../chain/delegation-port.ts';

/** Untrusted name of a validator, where its owner gave it one. */
export type NameOf = (hotkey: Hotkey) => string | undefined;

/** Most the contract carries; a chain that has more is not believed. */
const MAX_CHILDREN = 64;
const MAX_PARENTS = 1024;

function named<T extends { readonly hotkey: Hotkey }>(row: T, nameOf: NameOf): T & { name?: string } {
  const name = nameOf(row.hotkey);
  return name === undefined ? row : { ...row, name };
}

function family(rows: readonly ChildRecord[], most: number, nameOf: NameOf) {
  return rows.slice(0, most).map(({ hotkey, proportion }) => named({ hotkey, proportion }, nameOf));
}

/** The chain refuses a raise while `block - last <= limit`; without an earlier change there is nothing to wait for. */
export function raisableFrom(takeChangedAt: number, takeRateLimit: number): number {
  return takeChangedAt === 0 || takeRateLimit === 0 ? 0 : takeChangedAt + takeRateLimit + 1;
}

export function ownHotkeyView(record: OwnHotkeyRecord, bounds: Omit<OwnHotkeys, 'hotkeys'>, nameOf: NameOf): OwnHotkey {
  const { coldkey, hotkey, take, takeChangedAt, subnets } = record;
  return named(
    {
      coldkey,
      hotkey,
      isDelegate: take !== undefined,
      take: take ?? bounds.takeMax, // what a hotkey gets when it becomes a delegate
      raisableFrom: raisableFrom(takeChangedAt, bounds.takeRateLimit),
      subnets: subnets.map(({ netuid, registered, childkeyTake, children, parents, pending }) => ({
        netuid,
        registered,
        childkeyTake,
        children: family(children, MAX_CHILDREN, nameOf),
        parents: family(parents, MAX_PARENTS, nameOf),
        ...(pending === undefined
          ? {}
          : {
              pending: {
                children: family(pending.children, MAX_CHILDREN, nameOf),
                fromBlock: pending.fromBlock,
              },
            }),
      })),
    },
    nameOf,
  );
}

export function autoStakeView({ coldkey, netuid, hotkey }: AutoStakeRecord, nameOf: NameOf): AutoStake {
  return named({ coldkey, netuid, hotkey }, nameOf);
}

export function basketView({ coldkey, hotkey, owed }: BasketRecord, nameOf: NameOf): Basket {
  return named({ coldkey, hotkey, owed }, nameOf);
}
