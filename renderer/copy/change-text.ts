import type { Change } from '../../shared/contract/index.ts';
import { formatTake, type Netuid, toNetuid, toTake } from '../../shared/units/index.ts';
import { cleanText } from '../lib/hostile-text.ts';
import { subnetsText } from './intent-text.ts';

/** What the setting is called. */
export const CHANGE_LABELS: Readonly<Record<Change['subject'], string>> = {
  take: 'Take of the validator',
  claim_type: 'Root dividends',
  auto_stake: 'Auto-stake destination',
};

const NETUID = /^\d{1,5}$/u;

function takeText(text: string): string | undefined {
  const value = NETUID.test(text) ? Number(text) : 65_536;
  return value > 65_535 ? undefined : `${formatTake(toTake(value))} (${value} of 65535)`;
}

function claimText(text: string): string | undefined {
  if (text === 'swap') return 'sold and added to root stake';
  if (text === 'keep') return 'kept as alpha';
  const [word, ...numbers] = text.split(' ');
  if (word !== 'keep_subnets' || !numbers.every((number) => NETUID.test(number) && Number(number) <= 65_535))
    return undefined;
  const netuids: readonly Netuid[] = numbers.map((number) => toNetuid(Number(number)));
  return netuids.length === 0 ? 'sold on every subnet' : `kept on ${subnetsText(netuids)}, sold on the others`;
}

/** One side of a change in words; text nobody foresaw is shown as it is, cleaned. An address is left to the caller. */
export function changeText(subject: Change['subject'], text: string): string {
  if (text === '') return 'not set';
  const words = { take: takeText, claim_type: claimText, auto_stake: () => undefined }[subject](text);
  return words ?? cleanText(text, 96).text;
}
