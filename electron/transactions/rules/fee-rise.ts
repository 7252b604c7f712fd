import type { Rao } from '../../../shared/units/index.ts';

/** True when the fee is more than a tenth above the one that was reviewed; then the person must see it again. */
export function feeRoseTooMuch(reviewed: Rao, now: Rao): boolean {
  return now * 10n > reviewed * 11n;
}
