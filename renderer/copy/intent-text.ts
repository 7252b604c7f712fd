import type { ClaimType, Intent } from '../../shared/contract/index.ts';
import { formatAmount, formatTake, isRoot, type Netuid } from '../../shared/units/index.ts';
import { shortAddress } from '../lib/address-text.ts';
import { cleanText } from '../lib/hostile-text.ts';
import { plural } from './plural.ts';

/** Names as far as they are known; from the chain, so cleaned here. */
export interface IntentNames {
  readonly account: (address: string) => string | undefined;
  readonly validator: (hotkey: string) => string | undefined;
  readonly symbol: (netuid: Netuid) => string | undefined;
}

const NAME_CHARS = 32;

/** Where the whole key stands below the sentence, the sentence itself holds no shortened one. */
type KeyStyle = 'short' | 'below';

type IntentOf<Kind extends Intent['kind']> = Extract<Intent, { kind: Kind }>;

/** How parties and amounts are spelt in one sentence. */
interface Speller {
  readonly whom: (address: string) => string;
  /** `which` tells two of them apart where only keys below could. */
  readonly validator: (hotkey: string, which?: 'first' | 'second') => string;
  readonly stake: (amount: bigint, all: boolean, netuid: Netuid) => string;
}

/** Name first, the key beside it: two may bear one name. */
function named(name: string | undefined, address: string, keys: KeyStyle, thing: string): string {
  const clean = name === undefined ? '' : cleanText(name, NAME_CHARS).text;
  if (keys === 'below') return clean === '' ? `the ${thing} below` : clean;
  return clean === '' ? shortAddress(address) : `${clean} (${shortAddress(address)})`;
}

/** `subnet 8`, or `root`. */
export function subnetText(netuid: Netuid): string {
  return isRoot(netuid) ? 'root' : `subnet ${netuid}`;
}

/** `subnets 1, 2 and 8`. */
export function subnetsText(netuids: readonly Netuid[]): string {
  const [only] = netuids;
  if (netuids.length === 1 && only !== undefined) return subnetText(only);
  const all = [...netuids].sort((a, b) => a - b).map(String);
  return `subnets ${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
}

/** `12.5 τ` or `12.5 θ SN8`, exact. */
function stakeAmountText(amount: bigint, netuid: Netuid, symbol: string | undefined): string {
  if (isRoot(netuid)) return `${formatAmount(amount)} τ`;
  const clean = symbol === undefined ? '' : cleanText(symbol, 4).text;
  return `${formatAmount(amount)} ${clean === '' ? 'α' : clean} SN${netuid}`;
}

/** What becomes of root dividends, without its full stop. */
function claimTypeText(claimType: ClaimType): string {
  switch (claimType.is) {
    case 'swap':
      return 'Sell root dividends and add them to root stake';
    case 'keep':
      return 'Keep root dividends as alpha';
    case 'keep_subnets':
      return `Keep root dividends of ${subnetsText(claimType.netuids)}, sell the others`;
  }
}

/** What becomes of root dividends now, as the end of a sentence: `sold, and the TAO added to your root stake`. */
export function claimTypeNow(claimType: ClaimType): string {
  switch (claimType.is) {
    case 'swap':
      return 'sold, and the TAO added to your root stake';
    case 'keep':
      return 'kept as alpha, staked with the same validator';
    case 'keep_subnets':
      return `kept as alpha of ${subnetsText(claimType.netuids)}, sold into root stake elsewhere`;
  }
}

function moveText({ amount, all, netuid, hotkey, toHotkey, toNetuid }: IntentOf<'stake.move'>, say: Speller): string {
  const what = `Move ${say.stake(amount, all, netuid)} from ${say.validator(hotkey, 'first')} to ${say.validator(toHotkey, 'second')}`;
  return netuid === toNetuid
    ? `${what} on ${subnetText(netuid)}`
    : `${what}, from ${subnetText(netuid)} to ${subnetText(toNetuid)}`;
}

function exitText({ hotkey, netuid }: IntentOf<'stake.exitAll'>, say: Speller): string {
  const from = hotkey === undefined ? '' : ` from ${say.validator(hotkey)}`;
  return `Unstake everything${from}${netuid === undefined ? '' : ` on ${subnetText(netuid)}`}`;
}

/** Steps that the sentence of a batch names; more of them are counted. */
const NAMED_STEPS = 3;

function batchText({ steps }: IntentOf<'stake.batch'>, say: Speller): string {
  const named = steps.slice(0, NAMED_STEPS).map((step) => lowerFirst(sentence(step, say)));
  const more = steps.length - named.length;
  return `${plural(steps.length, 'operation', 'operations')}: ${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function sentence(intent: Intent, say: Speller): string {
  switch (intent.kind) {
    case 'transfer.keepAlive':
    case 'transfer.allowDeath':
      return `Send ${formatAmount(intent.amount)} τ to ${say.whom(intent.to)}`;
    case 'transfer.all':
      return intent.keepAlive
        ? `Send all but the deposit to ${say.whom(intent.to)}`
        : `Send everything to ${say.whom(intent.to)} and close the account`;
    case 'stake.add':
      return `Stake ${formatAmount(intent.amount)} τ with ${say.validator(intent.hotkey)} on ${subnetText(intent.netuid)}`;
    case 'stake.remove':
      return `Unstake ${say.stake(intent.amount, intent.all, intent.netuid)} from ${say.validator(intent.hotkey)} on ${subnetText(intent.netuid)}`;
    case 'stake.move':
      return moveText(intent, say);
    case 'stake.swap':
      return `Swap ${say.stake(intent.amount, intent.all, intent.netuid)} with ${say.validator(intent.hotkey)} from ${subnetText(intent.netuid)} to ${subnetText(intent.toNetuid)}`;
    case 'stake.transfer':
      return `Transfer ${say.stake(intent.amount, intent.all, intent.netuid)} with ${say.validator(intent.hotkey)} on ${subnetText(intent.netuid)} to ${say.whom(intent.to)}`;
    case 'stake.batch':
      return batchText(intent, say);
    case 'stake.exitAll':
      return exitText(intent, say);
    case 'autoStake.set':
      return `Stake mining rewards of ${subnetText(intent.netuid)} with ${say.validator(intent.hotkey)}`;
    case 'root.claimType':
      return claimTypeText(intent.claimType);
    case 'root.claim':
      return `Claim root dividends of ${subnetsText(intent.netuids)}`;
    case 'basket.claim':
      return `Claim your shares of the basket of ${say.validator(intent.hotkey)}`;
    case 'basket.buy':
      return `Buy into the basket of ${say.validator(intent.hotkey)} for ${formatAmount(intent.amount)} τ`;
    case 'take.set':
      return `Set the take of ${say.validator(intent.hotkey)} to ${formatTake(intent.take)}`;
  }
}

/** What is wanted, as one sentence without its full stop: `Stake 10 τ with Validator X (5Grwva…GKutQY) on subnet 8`. */
export function intentText(intent: Intent, names: IntentNames, keys: KeyStyle = 'short'): string {
  // several validators "below" could not be told apart, so a batch names them with their keys
  const style = intent.kind === 'stake.batch' ? 'short' : keys;
  return sentence(intent, {
    whom: (address) => named(names.account(address), address, style, 'address'),
    validator: (hotkey, which) =>
      named(names.validator(hotkey), hotkey, style, which === undefined ? 'validator' : `${which} validator`),
    stake: (amount, all, netuid) => (all ? 'all' : stakeAmountText(amount, netuid, names.symbol(netuid))),
  });
}
