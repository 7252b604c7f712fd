import type { Heartbeat } from '../../shared/contract/index.ts';
import { GROUP_SPACE } from '../lib/amount-parts.ts';
import { cx } from '../lib/cx.ts';
import { useSessionPhase } from '../stores/session.ts';
import { Popover } from '../ui/Popover.tsx';
import { EndpointHealth } from './EndpointHealth.tsx';

const PHASE_WORDS: Readonly<Record<Heartbeat['phase'], string>> = {
  connecting: 'Connecting',
  online: 'Online',
  stale: 'Not moving',
  offline: 'Offline',
  quarantined: 'Refused',
};

const PHASE_DOT: Readonly<Record<Heartbeat['phase'], string>> = {
  connecting: 'bg-line-strong',
  online: 'bg-success',
  stale: 'bg-attention',
  offline: 'bg-danger',
  quarantined: 'bg-danger',
};

function grouped(block: number): string {
  return String(block).replace(/\B(?=(?:\d{3})+$)/gu, GROUP_SPACE);
}

/** Block height with a quiet beat at each block, how far finality lies behind, and the endpoints on demand. */
export function ChainPulse({ heartbeat }: { heartbeat: Heartbeat | undefined }) {
  // Without the line to main nothing said earlier is known to hold.
  const phase = useSessionPhase() === 'open' ? (heartbeat?.phase ?? 'connecting') : 'offline';
  const best = heartbeat?.best?.blockNumber;
  const finalized = heartbeat?.finalized?.blockNumber;
  return (
    <Popover
      label="Network and endpoints"
      trigger={
        <button
          type="button"
          className="flex items-center gap-2.5 rounded-control px-2.5 py-1.5 text-sm whitespace-nowrap transition-colors hover:bg-hover"
        >
          <span key={best} className={cx('beat size-2 shrink-0 rounded-full', PHASE_DOT[phase])} />
          {phase === 'online' ? <span className="sr-only">Online. </span> : <span>{PHASE_WORDS[phase]}</span>}
          {best === undefined ? null : (
            <span className="figures">
              <span className="sr-only">Block </span>
              {grouped(best)}
            </span>
          )}
          {best === undefined || finalized === undefined ? null : (
            <span className="figures text-muted">final −{Math.max(0, best - finalized)}</span>
          )}
        </button>
      }
    >
      <EndpointHealth heartbeat={heartbeat} />
    </Popover>
  );
}
