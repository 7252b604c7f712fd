import type { QuotePart } from '../../../../shared/contract/index.ts';
import { isRoot } from '../../../../shared/units/index.ts';
import { useDirectory } from '../../../api/directory.ts';
import { plural } from '../../../copy/index.ts';
import { Money } from './Money.tsx';
import { PlaceName } from './PlaceName.tsx';
import { Price } from './Price.tsx';
import { PriceImpact } from './PriceImpact.tsx';

/** What every position of an exit pays, at least and as simulated. All parts sell one after the other, in this order. */
export function ExitTable({ parts }: { parts: readonly QuotePart[] }) {
  const directory = useDirectory();
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full border-collapse text-sm">
        <caption className="mb-2 text-left text-base font-semibold">
          {plural(parts.length, 'position leaves', 'positions leave')}
        </caption>
        <thead>
          <tr className="border-b border-line text-xs text-muted">
            <th scope="col" className="py-1.5 pr-3 text-left font-medium">
              Position
            </th>
            <th scope="col" className="py-1.5 text-right font-medium">
              Pays
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ step, pay, receive, receiveAtLeast, priceImpact, limitPrice }) => (
            <tr key={`${step.netuid}.${step.hotkey}`} className="border-b border-line align-top last:border-b-0">
              <th scope="row" className="py-2 pr-3 text-left font-normal">
                <PlaceName hotkey={step.hotkey} netuid={step.netuid} directory={directory} />
                {pay === undefined ? null : (
                  <span className="block text-muted">
                    <Money of={pay} />
                  </span>
                )}
                {limitPrice === undefined || isRoot(step.netuid) ? null : (
                  <span className="block text-muted">
                    not less than <Price value={limitPrice} />
                  </span>
                )}
              </th>
              <td className="py-2 text-right">
                {receive === undefined ? 'nothing' : <Money of={receive} />}
                {receiveAtLeast === undefined || receiveAtLeast.amount === receive?.amount ? null : (
                  <span className="block text-muted">
                    at least <Money of={receiveAtLeast} />
                  </span>
                )}
                {priceImpact === undefined || priceImpact === 0 ? null : (
                  <span className="block text-muted">
                    impact <PriceImpact ppm={priceImpact} />
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
