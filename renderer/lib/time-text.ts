const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const moment = new Intl.DateTimeFormat('en-GB', {
  year: 'numeric',
  month: 'short',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** `14:03:21`, local time. */
export function clockText(timeMs: number): string {
  return clock.format(timeMs);
}

/** `23 Nov 2026, 14:03`, local time. */
export function momentText(timeMs: number): string {
  return moment.format(timeMs);
}

/** Block heights in groups of three, kept together. */
export function blockText(blockNumber: number): string {
  return String(blockNumber).replace(/\B(?=(?:\d{3})+$)/gu, '\u202f');
}
