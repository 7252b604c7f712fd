import type { Branded } from './brand.ts';

/** A validator's cut as the chain keeps it: u16 over 65535 (11796 = 18 %). */
export type Take = Branded<number, 'Take'>;

/** @throws RangeError unless a u16. */
export function toTake(value: number): Take {
  if (!Number.isInteger(value) || value < 0 || value > 65_535) throw new RangeError(`not a take: ${value}`);
  return value as Take;
}

/** The take as text with two decimals, rounded up so that a validator never looks cheaper than it is: `18.00 %`. */
export function formatTake(take: Take): string {
  const hundredths = (take * 10_000 + 65_534) / 65_535;
  const rounded = Math.floor(hundredths);
  return `${Math.floor(rounded / 100)}.${String(rounded % 100).padStart(2, '0')} %`;
}
