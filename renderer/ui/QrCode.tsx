import { useMemo } from 'react';
import { encode } from 'uqr';

export interface QrCodeProps {
  readonly text: string;
  /** What it holds, for those who cannot see it. */
  readonly label: string;
  /** Pixels. */
  readonly size?: number;
}

/** Dark on white in both themes: many readers refuse the reverse. */
export function QrCode({ text, label, size = 208 }: QrCodeProps) {
  const { path, modules } = useMemo(() => {
    const code = encode(text, { ecc: 'M', border: 3 });
    const cells = code.data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { path: cells.join(''), modules: code.size };
  }, [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${modules} ${modules}`}
      shapeRendering="crispEdges"
      className="rounded-card border border-line bg-white"
    >
      <path d={path} fill="#17191b" />
    </svg>
  );
}
