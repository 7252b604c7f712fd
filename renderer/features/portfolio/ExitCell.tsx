import { TriangleAlert } from 'lucide-react';
import type { Exit } from '../../../shared/contract/index.ts';
import { blockText } from '../../lib/time-text.ts';
import { Amount, TAO } from '../../ui/Amount.tsx';
import { Icon } from '../../ui/Icon.tsx';
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

/** What selling it now would pay, and how much less than at spot price that is. Two lines, whatever there is to say. */
export function ExitCell({ exit, spot, exitBlock, quotes }: ExitCellProps) {
  if (exit.is === 'unknown')
    return (
      <span className="block text-xs whitespace-normal text-muted">
        {quotes === false ? 'This runtime cannot simulate a sale' : 'Not yet asked'}
      </span>
    );
  return (
    <>
      {exit.is === 'pays' ? (
        <Amount value={exit.tao} unit={TAO} className="block font-semibold" />
      ) : (
        <span className="flex items-center justify-end gap-1 text-xs font-medium whitespace-nowrap text-attention">
          <Icon icon={TriangleAlert} size={12} />
          Cannot be sold now
        </span>
      )}
      <span className="block text-xs whitespace-nowrap">
        {exit.is === 'pays' ? <Loss gap={gapOf(spot, exit.tao)} /> : null}
        {exitBlock === undefined ? null : (
          <span className="text-muted" title={`Simulated at block ${blockText(exitBlock)}, before the other figures`}>
            {' '}
            #{blockText(exitBlock)}
          </span>
        )}
      </span>
    </>
  );
}
