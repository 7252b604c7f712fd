import type { OwnHotkey } from '../../../shared/contract/index.ts';
import { formatTake, isRoot } from '../../../shared/units/index.ts';
import { useDirectory } from '../../api/directory.ts';
import { blockText } from '../../lib/time-text.ts';
import { AddressText } from '../../ui/AddressText.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { proportionText } from './model/figures-text.ts';
import { ValidatorName } from './ValidatorName.tsx';

type OnSubnet = OwnHotkey['subnets'][number];
type Child = OnSubnet['children'][number];

/** To whom a hotkey lends its stake on one subnet, and who lends to it. */
export function FamilyOnSubnet({ subnet }: { subnet: OnSubnet }) {
  const { netuid, registered, childkeyTake, children, parents, pending } = subnet;
  const name = useDirectory().subnet(netuid)?.name ?? '';
  const isAlone = children.length === 0 && parents.length === 0 && pending === undefined;
  return (
    <div className="border-t border-line py-3 text-sm first:border-t-0">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">
          {isRoot(netuid) ? (
            'Root'
          ) : (
            <>
              SN{netuid} <HostileText text={name} fallback="" max={20} className="text-muted" />
            </>
          )}
        </span>
        {registered ? <Badge tone="success">Registered</Badge> : <Badge>Not registered</Badge>}
        <span className="text-muted">
          {isRoot(netuid) ? '' : `child key take ${formatTake(childkeyTake)}`}
          {isAlone ? `${isRoot(netuid) ? '' : ', '}lends and borrows no stake` : ''}
        </span>
      </p>
      {isAlone ? null : (
        <div className="mt-2">
          <Relatives title="Lends stake to" rows={children} none="Lends no stake." />
          <Relatives title="Borrows stake from" rows={parents} none="Borrows no stake." />
          {pending === undefined ? null : (
            <Relatives
              title={`From block ${blockText(pending.fromBlock)} on it lends to`}
              rows={pending.children}
              none={`From block ${blockText(pending.fromBlock)} on it lends no stake.`}
            />
          )}
        </div>
      )}
    </div>
  );
}

function Relatives({ title, rows, none }: { title: string; rows: readonly Child[]; none: string }) {
  if (rows.length === 0) return <p className="text-muted">{none}</p>;
  return (
    <div className="mb-2">
      <p className="text-muted">{title}</p>
      <ul>
        {rows.map(({ hotkey, name, proportion }) => (
          <li key={hotkey} className="flex items-baseline justify-between gap-3 py-1">
            <span className="min-w-0 truncate">
              <ValidatorName name={name} max={24} /> <AddressText address={hotkey} className="text-muted" />
            </span>
            <span className="figures shrink-0">{proportionText(proportion)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
