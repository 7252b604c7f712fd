import type { Change } from '../../../../shared/contract/index.ts';
import { parseAddress } from '../../../../shared/domain/address.ts';
import { useDirectory } from '../../../api/directory.ts';
import { CHANGE_LABELS, changeText, subnetText } from '../../../copy/index.ts';
import { AddressText } from '../../../ui/AddressText.tsx';
import { HostileText } from '../../../ui/HostileText.tsx';
import { KeyValue } from '../../../ui/KeyValue.tsx';

/** Every setting that changes, before and after. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  return changes.map((change) => (
    <section key={`${change.subject}.${change.netuid ?? ''}.${change.hotkey ?? ''}`} aria-label={titleOf(change)}>
      <h4 className="mb-2 font-semibold">{titleOf(change)}</h4>
      <KeyValue
        rows={(['before', 'after'] as const).map((side) => ({
          id: side,
          label: side === 'before' ? 'Before' : 'After',
          value: <Side subject={change.subject} text={change[side]} />,
          strong: side === 'after' && change.subject !== 'auto_stake',
          wide: parseAddress(change[side]).ok,
        }))}
      />
    </section>
  ));
}

function titleOf({ subject, netuid }: Change): string {
  return netuid === undefined ? CHANGE_LABELS[subject] : `${CHANGE_LABELS[subject]} on ${subnetText(netuid)}`;
}

/** A key is shown whole, with the name it has. */
function Side({ subject, text }: { subject: Change['subject']; text: string }) {
  const name = useDirectory().validator(text)?.name;
  if (!parseAddress(text).ok) return changeText(subject, text);
  return (
    <>
      {name === undefined ? null : (
        <span className="block font-semibold">
          <HostileText text={name} fallback="" />
        </span>
      )}
      <AddressText address={text} full />
    </>
  );
}
