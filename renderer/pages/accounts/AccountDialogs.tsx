import type { Account } from '../../../shared/contract/index.ts';
import { ExportDialog } from './ExportDialog.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { RenameDialog } from './RenameDialog.tsx';
import { RevealDialog } from './RevealDialog.tsx';

export interface AccountTask {
  readonly kind: 'rename' | 'reveal' | 'export' | 'remove';
  readonly account: Account;
}

export interface AccountDialogProps {
  readonly account: Account;
  readonly onClose: () => void;
}

const DIALOGS = { rename: RenameDialog, reveal: RevealDialog, export: ExportDialog, remove: RemoveDialog } as const;

/** The dialog of the task at hand. Unmounted when it is over, and with it every secret it held. */
export function AccountDialogs({ task, onClose }: { task: AccountTask | undefined; onClose: () => void }) {
  if (task === undefined) return null;
  const TaskDialog = DIALOGS[task.kind];
  return <TaskDialog account={task.account} onClose={onClose} />;
}
