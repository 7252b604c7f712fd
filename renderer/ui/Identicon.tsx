import { useMemo } from 'react';
import { identiconOf } from '../lib/identicon.ts';

/** The picture of an address. An aid to the eye beside the text, never instead of it. */
export function Identicon({ address, size = 28 }: { address: string; size?: number }) {
  const icon = useMemo(() => identiconOf(address), [address]);
  const [first, second] = icon?.hues ?? [0, 0];
  return (
    <svg
      width={size}
      height={size}
      viewBox="-1.5 -1.5 8 8"
      aria-hidden="true"
      className="shrink-0 rounded-full bg-sunken"
    >
      {icon?.cells.map(({ x, y, tone }) => (
        <rect
          key={`${x}.${y}`}
          x={x}
          y={y}
          width="1.02"
          height="1.02"
          fill={tone === 0 ? `hsl(${first} 58% 48%)` : `hsl(${second} 52% 58%)`}
        />
      ))}
    </svg>
  );
}
