import type { Intent } from '../../shared/contract/index.ts';
import { formatAmount, isRoot, type Netuid } from '../../shared/units/index.ts';
import { shortAddress } from '../lib/address-text.ts';
import { cleanText } from '../lib/hostile-text.ts';

/** Names as far as they are known; from the chain, so cleaned here. */
export interface IntentNames {
  readonly account: (address: string) => string | undefined;
  readonly validator: (hotkey: string) => string | undefined;
  readonly symbol: (netuid: Netuid) => string | undefined;
}

const NAME_CHARS = 32;

/** Where the whole key stands below the sentence, the sentence itself holds no shortened one. */
type KeyStyle = 'short' | 'below';

/** Name first, the key beside it: two may bear one name. */
function named(name: string | undefined, address: string, keys: KeyStyle, thing: string): string {
  const clean = name === undefined ? '' : cleanText(name, NAME_CHARS).text;
  if (keys === 'below') return clean === '' ? `the ${thing} below` : clean;
  return clean === '' ? shortAddress(address) : `${clean} (${shortAddress(address)})`;
}

/** `subnet 8`, or `root`. */
function subnetText(netuid: Netuid): string {
  return isRoot(netuid) ? 'root' : `subnet ${netuid}`;
}

/** `12.5 τ` or `12.5 θ SN8`, exact. */
function stakeAmountText(amount: bigint, netuid: Netuid, symbol: string | undefined): string {
  if (isRoot(netuid)) return `${formatAmount(amount)} τ`;
  const clean = symbol === undefined ? '' : cleanText(symbol, 4).text;
  return `${formatAmount(amount)} ${clean === '' ? 'α' : clean} SN${netuid}`;
}

/** What is wanted, as one sentence without its full stop: `Stake 10 τ with Validator X (5Grwva…GKutQY) on subnet 8`. */
export function intentText(intent: Intent, names: IntentNames, keys: KeyStyle = 'short'): string {
  const whom = (address: string): string => named(names.account(address), address, keys, 'address');
  const validator = (hotkey: string): string => named(names.validator(hotkey), hotkey, keys, 'validator');
  switch (intent.kind) {
    case 'transfer.keepAlive':
    case 'transfer.allowDeath':
      return `Send ${formatAmount(intent.amount)} τ to ${whom(intent.to)}`;
    case 'transfer.all':
      return intent.keepAlive
        ? `Send all but the deposit to ${whom(intent.to)}`
        : `Send everything to ${whom(intent.to)} and close the account`;
    case 'stake.add':
      return `Stake ${formatAmount(intent.amount)} τ with ${validator(intent.hotkey)} on ${subnetText(intent.netuid)}`;
    case 'stake.remove': {
      const amount = intent.all ? 'all' : stakeAmountText(intent.amount, intent.netuid, names.symbol(intent.netuid));
      return `Unstake ${amount} from ${validator(intent.hotkey)} on ${subnetText(intent.netuid)}`;
    }
  }
}
