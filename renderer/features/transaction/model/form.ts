import type { ClaimType, Intent, StakeStep } from '../../../../shared/contract/index.ts';
import type { Netuid, Take } from '../../../../shared/units/index.ts';

/** How much of the account is sent. `all` leaves the existential deposit, `close` leaves nothing. */
export type SendMode = 'exact' | 'all' | 'close';

interface FromAccount {
  /** The coldkey that pays and signs; empty while none is chosen. */
  readonly from: string;
}

/** Where stake is: the validator and the subnet. */
interface Place {
  readonly hotkey: string;
  readonly netuid: Netuid | undefined;
}

/** Alpha of the origin subnet (TAO on root), as typed; not read when `all`. */
interface Leaving {
  readonly amount: string;
  readonly all: boolean;
}

interface Tolerant {
  /** Percent, as typed. */
  readonly tolerance: string;
}

interface Partial {
  readonly allowPartial: boolean;
}

/** What a person typed or picked, as text. Nothing here is trusted or rounded; `toIntent` reads it. */
export interface SendForm extends FromAccount {
  readonly kind: 'send';
  readonly to: string;
  readonly amount: string;
  readonly mode: SendMode;
  /** What was typed to agree to the closing of the account. */
  readonly consent: string;
}

export interface StakeForm extends FromAccount, Place, Tolerant, Partial {
  readonly kind: 'stake';
  /** TAO, as typed. */
  readonly amount: string;
}

export interface UnstakeForm extends FromAccount, Place, Leaving, Tolerant, Partial {
  readonly kind: 'unstake';
}

export interface MoveForm extends FromAccount, Place, Leaving, Tolerant {
  readonly kind: 'move';
  readonly toHotkey: string;
  /** Undefined: stays on its subnet. */
  readonly toNetuid: Netuid | undefined;
}

export interface SwapForm extends FromAccount, Place, Leaving, Tolerant, Partial {
  readonly kind: 'swap';
  readonly toNetuid: Netuid | undefined;
}

export interface TransferStakeForm extends FromAccount, Place, Leaving {
  readonly kind: 'transferStake';
  readonly to: string;
}

/** Empty validator and subnet: all of them. */
export interface ExitAllForm extends FromAccount, Place, Tolerant {
  readonly kind: 'exitAll';
}

/** A form that may become a step of a batch. */
export type StepForm = StakeForm | UnstakeForm | MoveForm | SwapForm;

export interface BatchForm extends FromAccount {
  readonly kind: 'batch';
  readonly steps: readonly StakeStep[];
  /** The step being put together; it does nothing before it is added. */
  readonly draft: StepForm | undefined;
}

export interface AutoStakeForm extends FromAccount, Place {
  readonly kind: 'autoStake';
}

export interface ClaimTypeForm extends FromAccount {
  readonly kind: 'claimType';
  readonly choice: ClaimType['is'] | undefined;
  /** Read with `keep_subnets` only. */
  readonly netuids: readonly Netuid[];
}

export interface ClaimForm extends FromAccount {
  readonly kind: 'claim';
  readonly netuids: readonly Netuid[];
}

export interface BasketClaimForm extends FromAccount {
  readonly kind: 'basketClaim';
  readonly hotkey: string;
}

export interface BasketBuyForm extends FromAccount {
  readonly kind: 'basketBuy';
  readonly hotkey: string;
  /** TAO, as typed. */
  readonly amount: string;
}

export interface TakeForm extends FromAccount {
  readonly kind: 'take';
  readonly hotkey: string;
  /** Percent with at most two decimals, as typed. */
  readonly take: string;
}

export type Form =
  | SendForm
  | StakeForm
  | UnstakeForm
  | MoveForm
  | SwapForm
  | TransferStakeForm
  | ExitAllForm
  | BatchForm
  | AutoStakeForm
  | ClaimTypeForm
  | ClaimForm
  | BasketClaimForm
  | BasketBuyForm
  | TakeForm;
export type FormKind = Form['kind'];
export type FormOf<Kind extends FormKind> = Extract<Form, { kind: Kind }>;

/** What the caller of the panel already knows. */
export interface Preset {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly hotkey?: string | undefined;
  readonly netuid?: Netuid | undefined;
  readonly toHotkey?: string | undefined;
  readonly toNetuid?: Netuid | undefined;
  /** Subnets of a claim or of a claim type. */
  readonly netuids?: readonly Netuid[] | undefined;
  readonly take?: Take | undefined;
  /** Steps of a batch; every one names the account of `from`. */
  readonly steps?: readonly StakeStep[] | undefined;
}

/** The panel's title while this form is open. */
export const FORM_TITLES: Readonly<Record<FormKind, string>> = {
  send: 'Send',
  stake: 'Stake',
  unstake: 'Unstake',
  move: 'Move to another validator',
  swap: 'Swap subnet',
  transferStake: 'Transfer stake',
  exitAll: 'Unstake everything',
  batch: 'Several at once',
  autoStake: 'Auto-stake destination',
  claimType: 'Root dividends',
  claim: 'Claim root dividends',
  basketClaim: 'Claim basket',
  basketBuy: 'Buy into basket',
  take: 'Validator take',
};

/** The form that makes this intent. */
export const FORM_OF_INTENT: Readonly<Record<Intent['kind'], FormKind>> = {
  'transfer.keepAlive': 'send',
  'transfer.all': 'send',
  'transfer.allowDeath': 'send',
  'stake.add': 'stake',
  'stake.remove': 'unstake',
  'stake.move': 'move',
  'stake.swap': 'swap',
  'stake.transfer': 'transferStake',
  'stake.batch': 'batch',
  'stake.exitAll': 'exitAll',
  'autoStake.set': 'autoStake',
  'root.claimType': 'claimType',
  'root.claim': 'claim',
  'basket.claim': 'basketClaim',
  'basket.buy': 'basketBuy',
  'take.set': 'take',
};
