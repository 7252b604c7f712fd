import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { OnboardingPage } from '../pages/onboarding/OnboardingPage.tsx';
import { UnlockPage } from '../pages/unlock/UnlockPage.tsx';
import { useSessionPhase } from '../stores/session.ts';
import { useSettings } from '../stores/settings.ts';
import { useVault } from '../stores/vault.ts';
import { AmountsHidden } from '../ui/amount-visibility.ts';
import { Banner } from '../ui/Banner.tsx';
import { ToastRegion } from '../ui/ToastRegion.tsx';
import type { AppRouter } from './router.tsx';
import { SessionEndedScreen } from './SessionEndedScreen.tsx';
import { Starting } from './Starting.tsx';
import { useTheme } from './use-theme.ts';

/** What stands in the window: the frame while the vault is open, otherwise the way to open it. */
export function App({ router }: { router: AppRouter }) {
  const session = useSessionPhase();
  const hidden = useSettings()?.hideBalances ?? false;
  useTheme();
  if (session === 'ended') return <SessionEndedScreen />;
  return (
    <AmountsHidden value={hidden}>
      <Stage router={router} />
      {session === 'reconnecting' ? (
        <div className="fixed bottom-5 left-5 z-50 w-96 max-w-[calc(100vw-2rem)] rounded-card shadow-panel">
          <Banner tone="attention" title="Soma's background process is not answering" announce="status">
            Nothing was lost. Connecting again…
          </Banner>
        </div>
      ) : null}
      <ToastRegion />
    </AmountsHidden>
  );
}

function Stage({ router }: { router: AppRouter }) {
  const vault = useVault();
  const settings = useSettings();
  // Onboarding keeps the stage until its last screen is left, although the vault exists and is open before that.
  const [onboarding, setOnboarding] = useState(false);
  if (vault === undefined || settings === undefined) return <Starting />;
  const fresh = !vault.exists && !vault.damaged;
  if (fresh && !onboarding) setOnboarding(true);
  if (onboarding || fresh) return <OnboardingPage onDone={() => setOnboarding(false)} />;
  if (vault.locked || vault.damaged) return <UnlockPage vault={vault} />;
  return <RouterProvider router={router} />;
}
