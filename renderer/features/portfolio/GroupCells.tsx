import { ChevronDown, ChevronRight } from 'lucide-react';
import { Amount, TAO } from '../../ui/Amount.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ExitCell } from './ExitCell.tsx';
import { Loss } from './Loss.tsx';
import type { GroupRow } from './rows.ts';
import { SubnetName } from './SubnetName.tsx';
import { gapOf } from './sale.ts';

/** The head of a group: what its positions have in common, and the button that folds them away. */
export function GroupName({ group, onToggle }: { group: GroupRow; onToggle: (key: string) => void }) {
  const { by, sample, count, open } = group;
  return (
    <button
      type="button"
      aria-expanded={open}
      onClick={() => onToggle(group.key)}
      className="flex max-w-full items-center gap-2 rounded-sm text-left"
    >
      <Icon icon={open ? ChevronDown : ChevronRight} className="shrink-0 text-muted" />
      <span className="min-w-0">
        <span className="block truncate font-semibold">
          {by === 'subnet' ? (
            <SubnetName position={sample} />
          ) : (
            <HostileText text={sample.validatorName ?? ''} fallback="Validator" max={28} />
          )}
        </span>
        <span className="block text-xs text-muted">
          {count} {count === 1 ? 'position' : 'positions'}
        </span>
      </span>
    </button>
  );
}

/** What the group pays: simulated together for a subnet, the sum of single sales where no two share a pool. */
export function GroupExitCell({ group: { exit, spot, by }, quotes }: { group: GroupRow; quotes: boolean | undefined }) {
  if (exit.is === 'shared')
    return <span className="text-xs whitespace-normal text-muted">Some share a pool: group by subnet</span>;
  if (exit.is === 'together')
    return (
      <>
        <ExitCell exit={exit.exit} spot={spot} quotes={quotes} />
        {exit.exit.is === 'pays' ? <span className="block text-xs text-muted">sold together</span> : null}
      </>
    );
  return (
    <>
      {exit.missing > 0 ? <span className="text-xs text-muted">at least </span> : null}
      <Amount value={exit.tao} unit={TAO} className="font-semibold" />
      {exit.missing > 0 ? null : (
        <span className="block text-xs">
          <Loss gap={gapOf(spot, exit.tao)} />
        </span>
      )}
      {by === 'validator' ? <span className="block text-xs text-muted">sold one by one</span> : null}
    </>
  );
}
