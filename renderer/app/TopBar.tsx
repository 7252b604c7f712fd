import { NETWORKS } from '../../shared/constants/networks.ts';
import { useHeartbeat } from '../stores/heartbeat.ts';
import { AccountSwitcher } from './AccountSwitcher.tsx';
import { ChainPulse } from './ChainPulse.tsx';
import { NetworkMark } from './NetworkMark.tsx';

/** Whose money, on which network, at which block. */
export function TopBar() {
  const heartbeat = useHeartbeat();
  return (
    <header className="sticky top-0 z-20 border-b border-line bg-page">
      <div className="mx-auto flex h-[calc(var(--bar)-1px)] w-full max-w-(--content) items-center gap-4 px-8 max-[1100px]:px-6">
        <AccountSwitcher />
        <div className="ml-auto flex min-w-0 items-center gap-3">
          {heartbeat === undefined ? null : (
            <NetworkMark network={heartbeat.network} name={NETWORKS[heartbeat.network].name} />
          )}
          <ChainPulse heartbeat={heartbeat} />
        </div>
      </div>
    </header>
  );
}
