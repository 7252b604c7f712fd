const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const moment = new Intl.DateTimeFormat('en-GB', {
  year: 'numeric',
  month: 'short',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

const day = new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'short', day: '2-digit' });

/** `14:03:21`, local time. */
export function clockText(timeMs: number): string {
  return clock.format(timeMs);
}

/** `23 Nov 2026, 14:03`, local time. */
export function momentText(timeMs: number): string {
  return moment.format(timeMs);
}

/** `23 Nov 2026`, local time. */
export function dayText(timeMs: number): string {
  return day.format(timeMs);
}

/** What a date box holds (`2026-11-23`) as the moment that day began, local time; undefined while it holds no date. */
export function dayStartMs(date: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date);
  if (match === null) return undefined;
  const start = new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3])).getTime();
  return Number.isNaN(start) || start < 0 ? undefined : start;
}

/** The day of a moment as a date box holds it, local time. */
export function dateValue(timeMs: number): string {
  const date = new Date(timeMs);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Block heights in groups of three, kept together. */
export function blockText(blockNumber: number): string {
  return String(blockNumber).replace(/\B(?=(?:\d{3})+$)/gu, '\u202f');
}

/** How long so many blocks take, roughly and rounded up: `about 3 days`. */
export function aboutBlocksText(blocks: number, blockTimeMs: number): string {
  const minutes = Math.ceil((blocks * blockTimeMs) / 60_000);
  if (minutes < 90) return minutes === 1 ? 'about a minute' : `about ${minutes} minutes`;
  const hours = Math.ceil(minutes / 60);
  return hours < 48 ? `about ${hours} hours` : `about ${Math.ceil(hours / 24)} days`;
}
