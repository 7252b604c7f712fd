import type { MeasuredYield } from '../../../shared/contract/index.ts';
import type { Netuid } from '../../../shared/units/index.ts';
import { blockText } from '../../lib/time-text.ts';
import { KeyValue } from '../../ui/KeyValue.tsx';
import { rateText } from './model/figures-text.ts';

export interface YieldDetailsProps {
  readonly measured: MeasuredYield;
  readonly netuid: Netuid;
}

/** Method, window and caveats of a measured yield. */
export function YieldDetails({ measured, netuid }: YieldDetailsProps) {
  const { method, aprPpm, apyPpm, epochs, fromBlock, toBlock } = measured;
  const onRoot = method === 'root_dividends';
  return (
    <div className="text-sm">
      <p className="mb-2 font-semibold">
        {`${rateText(aprPpm)} a year, ${epochs === 1 ? 'measured in one epoch' : `median of ${epochs} epochs`}`}
      </p>
      <KeyValue
        rows={[
          { id: 'apr', label: 'Simple, a year', value: rateText(aprPpm) },
          ...(apyPpm === undefined ? [] : [{ id: 'apy', label: 'Compounded each epoch', value: rateText(apyPpm) }]),
          { id: 'unit', label: 'Paid in', value: onRoot ? 'alpha, counted in τ' : `alpha of SN${netuid}` },
          {
            id: 'window',
            label: 'Blocks',
            value: fromBlock === toBlock ? blockText(toBlock) : `${blockText(fromBlock)} to ${blockText(toBlock)}`,
          },
        ]}
      />
      <p className="mt-3 text-muted">
        {onRoot
          ? 'Dividends paid to its root stakers on every subnet, at the prices of then, over its root stake. They must be claimed, so nothing is compounded.'
          : 'Dividends paid to those who stake with it, its take already gone, over the stake that earned them.'}
      </p>
      <p className="mt-2 text-muted">
        {`A measurement, no promise: ${epochs < 5 ? 'few epochs are noisy, ' : ''}prices and the cost of leaving are not in it, the take and child keys may change, and a subnet may end.`}
      </p>
    </div>
  );
}
