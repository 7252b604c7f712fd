import { Lock } from 'lucide-react';
import { Amount, TAO } from '../../ui/Amount.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { unitOf } from './position-text.ts';
import type { PositionRow } from './rows.ts';

/** What is staked, and how much of the account's stake on this subnet a lock holds back. */
export function StakedCell({ row: { position, lock } }: { row: PositionRow }) {
  const unit = unitOf(position);
  return (
    <>
      <Amount value={position.alpha} unit={unit} />
      {position.netuid === 0 ? null : (
        <span className="block text-xs text-muted @min-[55rem]:hidden">
          at <Amount value={position.price} unit={TAO} always />
        </span>
      )}
      {lock === undefined || lock.locked === 0n ? null : (
        <span
          className="flex items-center justify-end gap-1 text-xs text-muted"
          title={`Locked by conviction on SN${lock.netuid}, over all validators of the account`}
        >
          <Icon icon={Lock} size={12} />
          <Amount value={lock.locked} unit={unit} /> locked
        </span>
      )}
    </>
  );
}
