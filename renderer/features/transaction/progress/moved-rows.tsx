import type { Intent, JournalEntry, Moved } from '../../../../shared/contract/index.ts';
import { MOVED_WORDS } from '../../../copy/index.ts';
import type { KeyValueRow } from '../../../ui/KeyValue.tsx';
import { Money } from '../quote/Money.tsx';

/** Kinds of intent that neither bring nor give anything. */
const SETTINGS: ReadonlySet<Intent['kind']> = new Set(['autoStake.set', 'root.claimType', 'take.set']);

/** What changed hands, each in its own unit. What the chain does not tell is said to be untold, never guessed. */
export function movedRows({ intent, moved, state, block }: JournalEntry): KeyValueRow[] {
  const happened = block !== undefined && (state === 'in_block' || state === 'finalized');
  if (!happened || SETTINGS.has(intent.kind)) return [];
  if (intent.kind === 'stake.batch') {
    return intent.steps.map((_step, at) =>
      row(
        moved.find(({ step }) => step === at + 1),
        `Step ${at + 1}: `,
        at,
      ),
    );
  }
  return moved.length === 0 ? [row(undefined, '', 0)] : moved.map((one, at) => row(one, '', at));
}

function row(moved: Moved | undefined, step: string, at: number): KeyValueRow {
  const words = MOVED_WORDS[moved?.way ?? 'received'];
  return {
    id: `moved-${at}`,
    label: step === '' ? words : `${step}${words.toLowerCase()}`,
    value: moved === undefined ? 'not told by the chain' : <Money of={moved} approximate={moved.way === 'worth'} />,
  };
}
