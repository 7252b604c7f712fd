import { isRoot } from '../../../shared/units/index.ts';
import { AddressText } from '../../ui/AddressText.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import type { PositionRow } from './rows.ts';

/** Who the stake is with; in narrow frames also where, and whose it is where several accounts are shown. */
export function ValidatorCell({ row: { position, owner } }: { row: PositionRow }) {
  return (
    <>
      <span className="block truncate font-medium">
        <HostileText text={position.validatorName ?? ''} fallback="Validator" max={28} />
      </span>
      <span className="block truncate text-xs text-muted">
        <AddressText address={position.hotkey} className="align-bottom" />
        {owner === undefined ? null : <span className="@max-[55rem]:hidden"> · {owner}</span>}
      </span>
      <span className="block truncate text-xs text-muted @min-[55rem]:hidden">
        {isRoot(position.netuid) ? 'Root' : `SN${position.netuid}`}
        {owner === undefined ? '' : ` · ${owner}`}
      </span>
    </>
  );
}
