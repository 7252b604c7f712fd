import { polkadotIcon } from '@polkadot/ui-shared/icons/polkadot';
import { useMemo } from 'react';

/**
 * The picture of an address, the same as in other Substrate wallets, so that people know their own again.
 * An aid to the eye beside the text, never instead of it. Grey for text that is no address.
 */
export function Identicon({ address, size = 28 }: { address: string; size?: number }) {
  const circles = useMemo(() => polkadotIcon(address, { isAlternative: false }), [address]);
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true" className="shrink-0">
      {circles.map(({ cx, cy, r, fill }) => (
        <circle key={`${cx}.${cy}.${r}`} cx={cx} cy={cy} r={r} fill={fill} />
      ))}
    </svg>
  );
}
