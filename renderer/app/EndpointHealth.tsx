import type { EndpointHealthView, Heartbeat } from '../../shared/contract/index.ts';
import { sentenceFor } from '../copy/index.ts';
import { Badge } from '../ui/Badge.tsx';
import { KeyValue } from '../ui/KeyValue.tsx';
import type { Tone } from '../ui/tone.ts';

const STATES: Readonly<Record<EndpointHealthView['state'], { readonly words: string; readonly tone?: Tone }>> = {
  idle: { words: 'In reserve' },
  connecting: { words: 'Connecting' },
  online: { words: 'Answering', tone: 'success' },
  failing: { words: 'Failing', tone: 'attention' },
  quarantined: { words: 'Refused', tone: 'danger' },
};

/** What the window knows about the connection, endpoint by endpoint. */
export function EndpointHealth({ heartbeat }: { heartbeat: Heartbeat | undefined }) {
  if (heartbeat === undefined) return <p className="text-sm text-muted">Waiting for the first answer.</p>;
  const { best, finalized, specVersion, blockTimeMs, endpoints, problem } = heartbeat;
  return (
    <div className="flex flex-col gap-4 text-sm">
      {problem === undefined ? null : (
        <p>
          <strong className="font-semibold">{sentenceFor(problem).title}</strong> {sentenceFor(problem).detail}
        </p>
      )}
      <KeyValue
        rows={[
          { id: 'best', label: 'Best block', value: best?.blockNumber ?? 'unknown' },
          { id: 'final', label: 'Finalized block', value: finalized?.blockNumber ?? 'unknown' },
          { id: 'spec', label: 'Runtime version', value: specVersion ?? 'unknown' },
          {
            id: 'time',
            label: 'Time per block',
            value: blockTimeMs === undefined ? 'unknown' : `${(blockTimeMs / 1000).toFixed(1)} s`,
          },
        ]}
      />
      <ul className="flex flex-col gap-3 border-t border-line pt-3">
        {endpoints.map((endpoint) => (
          <li key={endpoint.url}>
            <div className="flex items-center justify-between gap-3">
              <span className="min-w-0 truncate font-mono text-xs" title={endpoint.url}>
                {endpoint.url}
              </span>
              <Badge {...(STATES[endpoint.state].tone === undefined ? {} : { tone: STATES[endpoint.state].tone })}>
                {STATES[endpoint.state].words}
                {endpoint.latencyMs === undefined ? '' : ` ${Math.round(endpoint.latencyMs)} ms`}
              </Badge>
            </div>
            {endpoint.problem === undefined ? null : (
              <p className="mt-0.5 text-xs text-muted">{sentenceFor(endpoint.problem).title}</p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
