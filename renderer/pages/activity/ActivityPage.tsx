import { History } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { JournalEntry } from '../../../shared/contract/index.ts';
import { useActiveAccount } from '../../api/accounts.ts';
import { INTENT_LABELS, intentText, sentenceFor } from '../../copy/index.ts';
import { filterEntries, JournalTable, type KindFilter, type StateFilter } from '../../features/activity/index.ts';
import { EntryDetails, useNames } from '../../features/transaction/index.ts';
import { useJournal } from '../../stores/journal.ts';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Select } from '../../ui/Select.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';

/** The journal: everything signed here, and what became of it. */
export function ActivityPage() {
  const { entries, error } = useJournal();
  return (
    <>
      <PageHeader title="Activity" note="Everything this computer signed, newest first." />
      {entries === undefined ? (
        <Card>{error === undefined ? <JournalSkeleton /> : <ErrorState {...sentenceFor(error)} />}</Card>
      ) : entries.length === 0 ? (
        <Card>
          <EmptyState icon={History} title="Nothing signed yet">
            Every transaction you approve is written here before it is sent, and followed until it is final.
          </EmptyState>
        </Card>
      ) : (
        <Journal entries={entries} />
      )}
    </>
  );
}

const STATES = [
  { value: 'all', label: 'All' },
  { value: 'under_way', label: 'Under way' },
  { value: 'finalized', label: 'Finalized' },
  { value: 'failed', label: 'Failed or expired' },
] as const;
const KINDS = [
  { value: 'all', label: 'All' },
  { value: 'send', label: 'Send' },
  { value: 'stake', label: 'Stake' },
  { value: 'unstake', label: 'Unstake' },
  { value: 'move', label: 'Move and several' },
  { value: 'dividends', label: 'Dividends' },
  { value: 'settings', label: 'Settings on chain' },
] as const;

function Journal({ entries }: { entries: readonly JournalEntry[] }) {
  const [state, setState] = useState<StateFilter>('all');
  const [kind, setKind] = useState<KindFilter>('all');
  const [openId, setOpenId] = useState<string>();
  const names = useNames();
  const account = useActiveAccount()?.address;
  const shown = useMemo(() => filterEntries(entries, state, kind, account), [entries, state, kind, account]);
  const open = entries.find(({ txId }) => txId === openId);
  return (
    <>
      <div className="mb-5 flex flex-wrap gap-4">
        <div className="w-52">
          <Select<StateFilter> label="State" value={state} options={STATES} onChange={setState} />
        </div>
        <div className="w-52">
          <Select<KindFilter> label="Kind" value={kind} options={KINDS} onChange={setKind} />
        </div>
      </div>
      <JournalTable
        entries={shown}
        textOf={({ intent }) => intentText(intent, names)}
        onOpen={({ txId }) => setOpenId(txId)}
      />
      {open === undefined ? null : (
        <SidePanel
          key={open.txId}
          title={INTENT_LABELS[open.intent.kind]}
          onClose={() => setOpenId(undefined)}
          head={<p className="mt-1 text-sm text-muted">{intentText(open.intent, names)}</p>}
        >
          <EntryDetails entry={open} />
        </SidePanel>
      )}
    </>
  );
}

function JournalSkeleton() {
  return (
    <Loading label="Reading the journal">
      {['a', 'b', 'c', 'd'].map((row) => (
        <div key={row} className="flex justify-between gap-8 py-3">
          <Skeleton className="h-5 w-80" />
          <Skeleton className="h-5 w-24" />
          <Skeleton className="h-5 w-36" />
        </div>
      ))}
    </Loading>
  );
}
