import { type Ppm, toPpm } from '../../shared/units/index.ts';

const PERCENT_GRAMMAR = /^(\d{1,3})(?:\.(\d{1,4}))?$/u;

export type ParsedPercent = { readonly ok: true; readonly value: Ppm } | { readonly ok: false };

/** Reads a percentage with at most four decimals (`0.5`) into parts per million, without floats. */
export function parsePercent(text: string): ParsedPercent {
  const match = PERCENT_GRAMMAR.exec(text.trim());
  if (!match) return { ok: false };
  const [, whole = '0', fraction = ''] = match;
  const ppm = Number(whole) * 10_000 + Number(fraction.padEnd(4, '0'));
  return ppm > 1_000_000 ? { ok: false } : { ok: true, value: toPpm(ppm) };
}

/** Parts per million as a percentage without trailing zeros: 5000 is `0.5`. */
export function formatPercent(ppm: Ppm): string {
  const fraction = String(ppm % 10_000)
    .padStart(4, '0')
    .replace(/0+$/u, '');
  const whole = Math.floor(ppm / 10_000);
  return fraction === '' ? String(whole) : `${whole}.${fraction}`;
}
