import { isRoot, type Netuid } from '../../../../shared/units/index.ts';
import type { Directory } from '../../../api/directory.ts';
import { shortAddress } from '../../../lib/address-text.ts';
import { HostileText } from '../../../ui/HostileText.tsx';

export interface PlaceNameProps {
  readonly hotkey: string;
  readonly netuid: Netuid;
  readonly directory: Directory;
}

/** Where stake is, in two short lines: the subnet, and the validator with its key. */
export function PlaceName({ hotkey, netuid, directory }: PlaceNameProps) {
  const validator = directory.validator(hotkey)?.name ?? '';
  return (
    <>
      <span className="font-medium">{isRoot(netuid) ? 'Root' : `SN${netuid}`}</span>{' '}
      {isRoot(netuid) ? null : <HostileText text={directory.subnet(netuid)?.name ?? ''} fallback="" />}
      <span className="block text-muted">
        {validator === '' ? null : (
          <>
            <HostileText text={validator} fallback="" />{' '}
          </>
        )}
        <span className="font-mono text-xs">{shortAddress(hotkey)}</span>
      </span>
    </>
  );
}
