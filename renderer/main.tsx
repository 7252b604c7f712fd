import './styles/app.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { api, startSession } from './api/client.ts';
import { queryClient } from './api/query-client.ts';
import { startSubscriptions } from './api/subscriptions.ts';
import { reportTouches } from './api/touch.ts';
import { App } from './app/App.tsx';
import { guardPage } from './app/guard-page.ts';
import { createAppRouter } from './app/router.tsx';
import { vaultStore } from './stores/vault.ts';

startSession(window); // first: it takes the nonce out of the address before the router reads it
guardPage(window);
startSubscriptions();
reportTouches({
  target: window,
  isUnlocked: () => vaultStore.getState().vault?.locked === false,
  report: () => api.app.touch(),
  now: () => performance.now(),
});

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root element');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App router={createAppRouter()} />
    </QueryClientProvider>
  </StrictMode>,
);
