import type { Ppm } from '../../../../shared/units/index.ts';
import { formatPercent } from '../../../lib/percent-text.ts';
import type { Form, FormKind, FormOf, Preset, StepForm } from './form.ts';
import { takeText } from './take-text.ts';

/** What every maker starts from: the caller's choices, empty where there is none. */
interface Start {
  readonly from: string;
  readonly to: string;
  readonly place: Pick<FormOf<'stake'>, 'hotkey' | 'netuid'>;
  readonly tolerance: string;
  readonly preset: Preset;
}

const NOTHING_YET = { amount: '', all: false } as const;

const MAKERS: { readonly [Kind in FormKind]: (start: Start) => FormOf<Kind> } = {
  send: ({ from, to }) => ({ kind: 'send', from, to, amount: '', mode: 'exact', consent: '' }),
  stake: ({ from, place, tolerance }) => ({
    kind: 'stake',
    from,
    ...place,
    amount: '',
    tolerance,
    allowPartial: false,
  }),
  unstake: ({ from, place, tolerance }) => ({
    kind: 'unstake',
    from,
    ...place,
    ...NOTHING_YET,
    tolerance,
    allowPartial: false,
  }),
  move: ({ from, place, tolerance, preset }) => ({
    kind: 'move',
    from,
    ...place,
    ...NOTHING_YET,
    tolerance,
    toHotkey: preset.toHotkey ?? '',
    toNetuid: preset.toNetuid,
  }),
  swap: ({ from, place, tolerance, preset }) => ({
    kind: 'swap',
    from,
    ...place,
    ...NOTHING_YET,
    tolerance,
    allowPartial: false,
    toNetuid: preset.toNetuid,
  }),
  transferStake: ({ from, to, place }) => ({ kind: 'transferStake', from, to, ...place, ...NOTHING_YET }),
  exitAll: ({ from, place, tolerance }) => ({ kind: 'exitAll', from, ...place, tolerance }),
  batch: ({ from, place, tolerance, preset }) => {
    const steps = preset.steps ?? [];
    const draft = steps.length > 0 ? undefined : MAKERS.stake({ from, to: '', place, tolerance, preset });
    return { kind: 'batch', from, steps, draft };
  },
  autoStake: ({ from, place }) => ({ kind: 'autoStake', from, ...place }),
  claimType: ({ from, preset }) => ({
    kind: 'claimType',
    from,
    choice: preset.netuids === undefined ? undefined : 'keep_subnets',
    netuids: preset.netuids ?? [],
  }),
  claim: ({ from, preset }) => ({ kind: 'claim', from, netuids: preset.netuids ?? [] }),
  basketClaim: ({ from, place: { hotkey } }) => ({ kind: 'basketClaim', from, hotkey }),
  basketBuy: ({ from, place: { hotkey } }) => ({ kind: 'basketBuy', from, hotkey, amount: '' }),
  take: ({ from, place: { hotkey }, preset }) => ({
    kind: 'take',
    from,
    hotkey,
    take: preset.take === undefined ? '' : takeText(preset.take),
  }),
};

/** An empty form of this kind, with the caller's choices and the person's usual tolerance. */
export function newForm<Kind extends FormKind>(kind: Kind, preset: Preset, tolerance: Ppm): FormOf<Kind>;
export function newForm(kind: FormKind, preset: Preset, tolerance: Ppm): Form {
  return MAKERS[kind]({
    from: preset.from ?? preset.steps?.[0]?.coldkey ?? '',
    to: preset.to ?? '',
    place: { hotkey: preset.hotkey ?? '', netuid: preset.netuid },
    tolerance: formatPercent(tolerance),
    preset,
  });
}

/** An empty step for a batch of this account, with a tolerance as typed. */
export function newStep(kind: StepForm['kind'], from: string, tolerance: string): StepForm {
  return MAKERS[kind]({ from, to: '', place: { hotkey: '', netuid: undefined }, tolerance, preset: {} });
}
