import { useNavigate } from '@tanstack/react-router';
import { useAccounts } from '../api/accounts.ts';
import { toAppError } from '../api/errors.ts';
import { saveSettings } from '../api/settings.ts';
import { sentenceFor } from '../copy/index.ts';
import { chooseAccount } from '../stores/active-account.ts';
import { useSettings } from '../stores/settings.ts';
import { type Command, CommandPalette } from '../ui/CommandPalette.tsx';
import { showToast } from '../ui/toasts.ts';
import { lockNow } from './lock-now.ts';
import { PAGES } from './pages-list.ts';

type Change = Parameters<typeof saveSettings>[0];

function change(settings: Change): void {
  saveSettings(settings).catch((error: unknown) => {
    const { title, detail } = sentenceFor(toAppError(error));
    showToast('danger', title, detail);
  });
}

/** The palette with everything there is to do from anywhere. */
export function Palette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const navigate = useNavigate();
  const { accounts = [] } = useAccounts();
  const hidden = useSettings()?.hideBalances ?? false;
  const pages: Command[] = PAGES.map((page) => ({
    id: page.to.slice(1),
    label: page.label,
    group: 'Go to',
    keywords: page.keywords,
    run: () => void navigate({ to: page.to }),
  }));
  const choices: Command[] = accounts.map((account) => ({
    id: account.id,
    label: account.label,
    group: 'Show account',
    keywords: account.address,
    run: () => chooseAccount(account.id),
  }));
  const commands: Command[] = [
    { id: 'lock', label: 'Lock now', group: 'Command', run: lockNow },
    {
      id: 'hide',
      label: hidden ? 'Show balances' : 'Hide balances',
      group: 'Command',
      run: () => change({ hideBalances: !hidden }),
    },
    { id: 'light', label: 'Light theme', group: 'Command', run: () => change({ theme: 'light' }) },
    { id: 'dark', label: 'Dark theme', group: 'Command', run: () => change({ theme: 'dark' }) },
    { id: 'system', label: 'Theme of the system', group: 'Command', run: () => change({ theme: 'system' }) },
  ];
  return <CommandPalette open={open} onClose={onClose} commands={[...pages, ...choices, ...commands]} />;
}
