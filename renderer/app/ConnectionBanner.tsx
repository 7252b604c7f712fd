import { Link } from '@tanstack/react-router';
import { sentenceFor } from '../copy/index.ts';
import { useHeartbeat } from '../stores/heartbeat.ts';
import { Banner } from '../ui/Banner.tsx';

/** Over every page while the chain cannot be trusted to be current. */
export function ConnectionBanner() {
  const heartbeat = useHeartbeat();
  if (heartbeat === undefined || heartbeat.phase === 'online' || heartbeat.phase === 'connecting') return null;
  const fallback =
    heartbeat.phase === 'stale'
      ? ({ code: 'chain.stale', facts: {} } as const)
      : ({ code: 'chain.offline', facts: {} } as const);
  const { title, detail } = sentenceFor(heartbeat.problem ?? fallback);
  return (
    <div className="mb-6">
      <Banner tone={heartbeat.phase === 'quarantined' ? 'danger' : 'attention'} title={title} announce="status">
        {detail}{' '}
        {heartbeat.network === 'practice' ? null : (
          <Link to="/settings" className="underline underline-offset-4">
            Open settings
          </Link>
        )}
      </Banner>
    </div>
  );
}
