import type { DecodedCallView } from '../../../../shared/contract/index.ts';
import { visibleText } from '../../../lib/visible-text.ts';

/** A call decoded from the bytes that are or were signed. Values are exact; unseen characters are spelt out. */
export function DecodedCall({ call, open }: { call: DecodedCallView; open?: boolean }) {
  return (
    <details open={open} className="rounded-control border border-line">
      <summary className="px-3 py-2 text-sm font-semibold">
        Decoded call:{' '}
        <code className="font-mono font-normal break-all">
          {visibleText(call.pallet)}.{visibleText(call.call)}
        </code>
      </summary>
      <div className="border-t border-line px-3 py-2.5">
        <CallArguments call={call} />
      </div>
    </details>
  );
}

function CallArguments({ call }: { call: DecodedCallView }) {
  if (call.args.length === 0) return <p className="text-sm text-muted">No arguments.</p>;
  return (
    <dl className="flex flex-col gap-2.5">
      {call.args.map(({ name, type, value, calls }) => (
        <div key={name}>
          <dt className="text-xs text-muted">
            {visibleText(name)} <span className="text-faint">{visibleText(type)}</span>
          </dt>
          <dd className="font-mono text-sm break-all">
            {calls === undefined ? (
              <bdi>{visibleText(value)}</bdi>
            ) : (
              <ol className="mt-1 flex list-decimal flex-col gap-2 pl-5">
                {calls.map((inner, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the order of a batch is its identity
                  <li key={index}>
                    {visibleText(inner.pallet)}.{visibleText(inner.call)}
                    <CallArguments call={inner} />
                  </li>
                ))}
              </ol>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
