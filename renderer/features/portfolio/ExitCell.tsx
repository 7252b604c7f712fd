import type { Exit } from '../../../shared/contract/index.ts';
import { blockText } from '../../lib/time-text.ts';
import { Amount, TAO } from '../../ui/Amount.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Loss } from './Loss.tsx';
import { gapOf } from './sale.ts';

export interface ExitCellProps {
  readonly exit: Exit;
  /** Rao, at spot price. */
  readonly spot: bigint;
  /** Block of the simulation where it is older than the other figures. */
  readonly exitBlock?: number | undefined;
  /** Whether the runtime can simulate a sale; undefined while not known. */
  readonly quotes: boolean | undefined;
}

/** What selling it now would pay, and how much less than at spot price that is. */
export function ExitCell({ exit, spot, exitBlock, quotes }: ExitCellProps) {
  if (exit.is === 'unknown')
    return (
      <span className="text-xs whitespace-normal text-muted">
        {quotes === false ? 'This runtime cannot simulate a sale' : 'Not yet asked'}
      </span>
    );
  return (
    <>
      {exit.is === 'pays' ? (
        <Amount value={exit.tao} unit={TAO} className="font-semibold" />
      ) : (
        <Badge tone="attention">Cannot be sold now</Badge>
      )}
      <span className="block text-xs">
        {exit.is === 'pays' ? <Loss gap={gapOf(spot, exit.tao)} /> : null}
        {exitBlock === undefined ? null : <span className="block text-muted">at block {blockText(exitBlock)}</span>}
      </span>
    </>
  );
}
