import type { RootDividend } from '../../../shared/contract/index.ts';
import type { Directory } from '../../api/directory.ts';
import { shortAddress } from '../../lib/address-text.ts';
import { Amount } from '../../ui/Amount.tsx';
import { HostileText } from '../../ui/HostileText.tsx';

/** Who owes how much on one subnet. */
export function OwedParts({ parts, directory }: { parts: readonly RootDividend[]; directory: Directory }) {
  return (
    <ul className="text-xs">
      {parts.map(({ hotkey, netuid, owed }) => (
        <li key={hotkey} className="flex justify-between gap-3">
          <span className="truncate" title={hotkey}>
            <HostileText text={directory.validator(hotkey)?.name ?? ''} fallback={shortAddress(hotkey)} max={24} />
          </span>
          {parts.length === 1 ? null : (
            <Amount
              value={owed}
              unit={{ kind: 'alpha', netuid, symbol: directory.subnet(netuid)?.symbol ?? 'α' }}
              className="text-muted"
            />
          )}
        </li>
      ))}
    </ul>
  );
}
