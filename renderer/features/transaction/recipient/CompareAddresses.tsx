import { addressGroups } from '../../../lib/address-text.ts';
import { cx } from '../../../lib/cx.ts';

/** Two addresses, whole, group under group, with the groups that differ marked by weight and underline. */
export function CompareAddresses({ entered, known }: { entered: string; known: string }) {
  return (
    <dl className="flex flex-col gap-3">
      <Marked label="Entered" address={entered} other={known} />
      <Marked label="Known" address={known} other={entered} />
    </dl>
  );
}

function Marked({ label, address, other }: { label: string; address: string; other: string }) {
  const others = addressGroups(other);
  return (
    <div>
      <dt className="text-xs text-muted">{label}</dt>
      <dd className="font-mono text-sm leading-6" data-address={address}>
        {addressGroups(address).map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: groups may repeat and never move
          <span key={index}>
            <span className={cx(group !== others[index] && 'font-bold underline decoration-2 underline-offset-4')}>
              {group}
            </span>{' '}
          </span>
        ))}
      </dd>
    </div>
  );
}
