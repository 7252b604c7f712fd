import { GROUP_SPACE } from './amount-parts.ts';

const DAY_SECONDS = 86_400;
const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const second = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const year = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric' });

/**
 * Labels of a time axis in local time: hours within a day, seconds within a minute, the day where one begins or ticks are days
 * apart; empty where ticks are so near that the label before says the same. Seconds.
 */
export function timeTicks(seconds: readonly number[], apart: number): string[] {
  const labels = seconds.map((since) => timeTick(new Date(since * 1000), apart));
  return labels.map((label, index) => (label === labels[index - 1] ? '' : label));
}

function timeTick(time: Date, apart: number): string {
  if (apart >= 28 * DAY_SECONDS) return year.format(time);
  const midnight = time.getHours() === 0 && time.getMinutes() === 0;
  if (apart < 60) return second.format(time);
  return apart >= DAY_SECONDS || midnight ? day.format(time) : hour.format(time);
}

/** Labels of a value axis whose ticks are `apart` from each other: as many decimals as tell two of them apart. */
export function valueTicks(values: readonly number[], apart: number): string[] {
  const decimals = Math.min(9, Math.max(0, -Math.floor(Math.log10(apart) + 1e-9)));
  return values.map((value) => {
    const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
    const sign = value < 0 ? '−' : '';
    const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, GROUP_SPACE);
    return fraction === undefined ? `${sign}${grouped}` : `${sign}${grouped}.${fraction}`;
  });
}
