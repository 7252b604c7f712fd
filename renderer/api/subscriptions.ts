import { heartbeatStore } from '../stores/heartbeat.ts';
import { clearJournal, journalStore } from '../stores/journal.ts';
import { clearPortfolio, portfolioStore } from '../stores/portfolio.ts';
import { sessionStore } from '../stores/session.ts';
import { settingsStore } from '../stores/settings.ts';
import { vaultStore } from '../stores/vault.ts';
import { api } from './client.ts';
import { follow } from './follow.ts';
import { queryClient } from './query-client.ts';

/** Follows what is shown whether the vault is open or not. Call once. */
export function startSubscriptions(): void {
  follow({
    open: (signal) => api.app.heartbeat(undefined, { signal }),
    onValue: (heartbeat) => {
      const before = heartbeatStore.getState().heartbeat;
      heartbeatStore.setState({ heartbeat });
      // Another network or runtime: nothing known about the old one is true of the new one.
      if (before !== undefined && before.network !== heartbeat.network) forgetChain();
      else if (before?.specVersion !== heartbeat.specVersion) void queryClient.invalidateQueries();
    },
  });
  follow({
    open: (signal) => api.accounts.vault(undefined, { signal }),
    onValue: (vault) => vaultStore.setState({ vault }),
  });
  let stop: (() => void) | undefined;
  vaultStore.subscribe(({ vault }) => {
    const open = vault?.exists === true && !vault.locked;
    if (open && stop === undefined) stop = followMoney();
    if (!open && stop !== undefined) {
      stop();
      stop = undefined;
      forgetChain();
    }
  });
  sessionStore.subscribe(({ phase }, before) => {
    if (phase === 'open' && before.phase !== 'open') void readSettings();
  });
}

/** Balances and the journal, while the vault is open. */
function followMoney(): () => void {
  const stops = [
    follow({
      open: (signal) => api.portfolio.watch(undefined, { signal }),
      onValue: (portfolio) => portfolioStore.setState({ portfolio, receivedMs: Date.now(), error: undefined }),
      onError: (error) => portfolioStore.setState({ error }),
    }),
    follow({
      open: (signal) => api.transactions.journal(undefined, { signal }),
      onValue: (entries) => journalStore.setState({ entries, error: undefined }),
      onError: (error) => journalStore.setState({ error }),
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function forgetChain(): void {
  clearPortfolio();
  clearJournal();
  queryClient.clear();
}

async function readSettings(): Promise<void> {
  try {
    settingsStore.setState({ settings: await api.settings.get() });
  } catch {
    // The session broke meanwhile; the next one asks again.
  }
}
