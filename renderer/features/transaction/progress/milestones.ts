import type { JournalEntry } from '../../../../shared/contract/index.ts';

export interface Milestone {
  readonly id: 'signed' | 'sent' | 'in_block' | 'finalized';
  readonly label: string;
  readonly status: 'done' | 'under_way' | 'ahead' | 'failed';
}

const ORDER = ['signed', 'sent', 'in_block', 'finalized'] as const;
const LABELS: Readonly<Record<Milestone['id'], string>> = {
  signed: 'Signed',
  sent: 'Sent',
  in_block: 'In block',
  finalized: 'Finalized',
};

/** How many milestones this entry has passed. A failed one is in a block; it is final only when that block is. */
function passed(entry: JournalEntry | undefined): number {
  if (entry === undefined) return 0;
  switch (entry.state) {
    case 'signed':
      return 1;
    case 'sent':
    case 'unknown':
    case 'expired':
      return 2;
    case 'in_block':
      return 3;
    case 'finalized':
      return 4;
    case 'failed':
      return entry.block === undefined ? 2 : entry.final ? 4 : 3;
  }
}

/** The way to finality, as far as it has come. */
export function milestones(entry: JournalEntry | undefined): readonly Milestone[] {
  const count = passed(entry);
  const halted = entry?.state === 'expired' || (entry?.state === 'failed' && entry.block === undefined);
  return ORDER.map((id, index) => {
    const next: Milestone['status'] = index === count ? (halted ? 'failed' : 'under_way') : 'ahead';
    return { id, label: LABELS[id], status: index < count ? 'done' : next };
  });
}
