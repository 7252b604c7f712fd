import type { QuotePart } from '../../../../shared/contract/index.ts';
import { intentText } from '../../../copy/index.ts';
import { useNames } from '../use-names.ts';
import { PartLine } from './PartLine.tsx';

/** The operations of a batch in their order, each with what it does by itself. */
export function BatchParts({ parts }: { parts: readonly QuotePart[] }) {
  const names = useNames();
  return (
    <ol aria-label="Operations" className="flex flex-col gap-3">
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two steps may be alike, and their place is what tells them apart
        <li key={index} className="rounded-card border border-line px-4 py-3">
          <p>
            <span className="font-semibold">{`Step ${index + 1}`}</span> {intentText(part.step, names)}
          </p>
          <PartLine part={part} />
        </li>
      ))}
    </ol>
  );
}
