import type { LucideIcon } from 'lucide-react';

export interface IconProps {
  readonly icon: LucideIcon;
  /** Pixels. */
  readonly size?: number;
  readonly className?: string;
}

/** A drawing beside words; never the only carrier of meaning, so always hidden from screen readers. */
export function Icon({ icon: Drawing, size = 16, className }: IconProps) {
  return <Drawing size={size} strokeWidth={1.75} aria-hidden="true" focusable="false" className={className} />;
}
