import type { NetworkId } from '../../../../../shared/constants/networks.ts';
import { parseAddress } from '../../../../../shared/domain/address.ts';
import {
  type AlphaRao,
  type Coldkey,
  type Hotkey,
  isRoot,
  type Netuid,
  type Ppm,
  toAlphaRao,
  toNetuid,
  toPpm,
} from '../../../../../shared/units/index.ts';
import { readRecipient } from '../../recipient/recipient-text.ts';
import { readAmount } from '../amount-text.ts';
import { readTolerance } from '../tolerance-text.ts';

export type FormField =
  | 'from'
  | 'to'
  | 'amount'
  | 'consent'
  | 'hotkey'
  | 'netuid'
  | 'toHotkey'
  | 'toNetuid'
  | 'tolerance'
  | 'steps'
  | 'choice'
  | 'netuids'
  | 'take';

/** Sentences by field. `missing` fields are merely not filled in yet. */
export interface FormProblems {
  readonly sentences: Readonly<Partial<Record<FormField, string>>>;
  readonly missing: readonly FormField[];
}

/** Collects what stands in the way while a form is read. Readers answer a placeholder then; no intent is made of it. */
export class Problems implements FormProblems {
  readonly sentences: Partial<Record<FormField, string>> = {};
  readonly missing: FormField[] = [];
  readonly network: NetworkId;

  constructor(network: NetworkId) {
    this.network = network;
  }

  say(field: FormField, sentence: string, missing = false): void {
    this.sentences[field] = sentence;
    if (missing) this.missing.push(field);
  }

  get none(): boolean {
    return Object.keys(this.sentences).length === 0;
  }

  /** Base units of a typed amount. */
  amount(text: string): bigint {
    const reading = readAmount(text);
    if (reading.ok) return reading.value;
    this.say('amount', reading.sentence, reading.problem === 'empty');
    return 0n;
  }

  /** What leaves a position: a typed amount, or all of it. */
  leaving({ amount, all }: { readonly amount: string; readonly all: boolean }): { amount: AlphaRao; all: boolean } {
    return { amount: toAlphaRao(all ? 0n : this.amount(amount)), all };
  }

  /** Of a trade in the pools of these subnets (of any, when none is named); on root alone no price can move. */
  tolerance(text: string, ...netuids: readonly Netuid[]): Ppm {
    if (netuids.length > 0 && netuids.every(isRoot)) return toPpm(0);
    const reading = readTolerance(text);
    if (reading.ok) return reading.tolerance;
    this.say('tolerance', reading.sentence, reading.problem === 'empty');
    return toPpm(0);
  }

  hotkey(text: string, field: 'hotkey' | 'toHotkey' = 'hotkey'): Hotkey {
    if (text === '') this.say(field, 'Choose a validator.', true);
    else if (!parseAddress(text).ok) this.say(field, 'This is not the key of a validator.');
    return text as Hotkey;
  }

  netuid(netuid: Netuid | undefined, field: 'netuid' | 'toNetuid' = 'netuid'): Netuid {
    if (netuid !== undefined) return netuid;
    this.say(field, 'Choose a subnet.', true);
    return toNetuid(0);
  }

  recipient(text: string, from: string): Coldkey {
    const reading = readRecipient(text, this.network);
    if (!reading.ok) this.say('to', reading.sentence, reading.problem === 'empty');
    else if (reading.address === from)
      this.say('to', 'This is the account you are sending from. Choose another recipient.');
    return (reading.ok ? reading.address : '') as Coldkey;
  }
}
