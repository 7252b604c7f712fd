/** One measure: what Soma needs, and where there is one what a plain program of the same run needs. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
  readonly baseline?: { readonly name: string; readonly value: number; readonly unit?: Unit };
  /** Median of the ratios of runs taken in turn; nothing is judged by an absolute time. */
  readonly ratio?: number;
  /** In words; the table shows it, nothing fails by it. */
  readonly target?: string;
}

export type Unit = 'ms' | 'MiB' | 'KiB' | 'round trips' | 'requests' | 'blocks/s' | 'frames/s' | 'tasks';

const DECIMALS: Readonly<Record<Unit, number>> = {
  ms: 0,
  MiB: 0,
  KiB: 1,
  'round trips': 0,
  requests: 0,
  'blocks/s': 1,
  'frames/s': 1,
  tasks: 0,
};

function amount(value: number, unit: Unit): string {
  const decimals = value > 0 && value < 10 && unit === 'ms' ? 2 : DECIMALS[unit];
  return `${value.toFixed(decimals)} ${unit}`;
}

function cellsOf({ name, value, unit, baseline, ratio, target }: Row): string[] {
  return [
    name,
    amount(value, unit),
    baseline === undefined ? '' : `${amount(baseline.value, baseline.unit ?? unit)} (${baseline.name})`,
    ratio === undefined ? '' : `${ratio.toFixed(2)} x`,
    target ?? '',
  ];
}

/** The rows as one table of plain text. */
export function tableOf(rows: readonly Row[]): string {
  const header = ['measure', 'soma', 'baseline', 'ratio', 'target'];
  const cells = rows.map(cellsOf);
  const widths = header.map((title, at) => Math.max(title.length, ...cells.map((line) => (line[at] ?? '').length)));
  return [header, widths.map((width) => '-'.repeat(width)), ...cells]
    .map((line) =>
      line
        .map((text, at) => text.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
