import type { Netuid, Ppm } from '../../../../shared/units/index.ts';
import { formatPercent } from '../../../lib/percent-text.ts';

/** How much of the account is sent. `all` leaves the existential deposit, `close` leaves nothing. */
export type SendMode = 'exact' | 'all' | 'close';

/** What a person typed or picked, as text. Nothing here is trusted or rounded; `toIntent` reads it. */
export interface SendForm {
  readonly kind: 'send';
  readonly from: string;
  readonly to: string;
  readonly amount: string;
  readonly mode: SendMode;
  /** What was typed to agree to the closing of the account. */
  readonly consent: string;
}

export interface StakeForm {
  readonly kind: 'stake';
  readonly from: string;
  readonly hotkey: string;
  readonly netuid: Netuid | undefined;
  /** TAO, as typed. */
  readonly amount: string;
  /** Percent, as typed. */
  readonly tolerance: string;
  readonly allowPartial: boolean;
}

export interface UnstakeForm {
  readonly kind: 'unstake';
  readonly from: string;
  readonly hotkey: string;
  readonly netuid: Netuid | undefined;
  /** Alpha of `netuid` (TAO on root), as typed; not read when `all`. */
  readonly amount: string;
  readonly all: boolean;
  readonly tolerance: string;
  readonly allowPartial: boolean;
}

export type Form = SendForm | StakeForm | UnstakeForm;
export type FormKind = Form['kind'];

/** What the caller of the panel already knows. */
export interface Preset {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly hotkey?: string | undefined;
  readonly netuid?: Netuid | undefined;
}

/** An empty form of this kind, with the caller's choices and the person's usual tolerance. */
export function newForm(kind: FormKind, preset: Preset, tolerance: Ppm): Form {
  const from = preset.from ?? '';
  if (kind === 'send') return { kind, from, to: preset.to ?? '', amount: '', mode: 'exact', consent: '' };
  const trade = {
    from,
    hotkey: preset.hotkey ?? '',
    netuid: preset.netuid,
    amount: '',
    tolerance: formatPercent(tolerance),
    allowPartial: false,
  };
  return kind === 'stake' ? { kind, ...trade } : { kind, ...trade, all: false };
}
