import type { AssetAmount, StakePosition, StakeStep } from '../../../../shared/contract/index.ts';
import { formatAmount, isRoot, toAlphaRao, toRao } from '../../../../shared/units/index.ts';
import type { BatchForm, Form } from './form.ts';

type Holding = Pick<StakePosition, 'coldkey' | 'hotkey' | 'netuid' | 'alpha'>;

/** The form for another account. Positions belong to one account, so a chosen one is let go. */
export function withAccount(form: Form, from: string): Form {
  switch (form.kind) {
    case 'unstake':
    case 'move':
    case 'swap':
    case 'transferStake':
      return form.from === ''
        ? { ...form, from }
        : { ...form, from, hotkey: '', netuid: undefined, amount: '', all: false };
    case 'exitAll':
    case 'take':
    case 'basketClaim':
      return form.from === '' ? { ...form, from } : { ...form, from, hotkey: '' };
    case 'claim':
      return form.from === '' ? { ...form, from } : { ...form, from, netuids: [] };
    case 'batch':
      return {
        ...form,
        from,
        ...(form.draft === undefined ? {} : { draft: withAccount(form.draft, from) as BatchForm['draft'] }),
      };
    case 'send':
    case 'stake':
    case 'autoStake':
    case 'claimType':
    case 'basketBuy':
      return { ...form, from };
  }
}

/** True when the amount is all there is: the chain is then asked for all, so that nothing is left behind. */
function isWhole(
  place: { readonly from: string; readonly hotkey: string; readonly netuid: number | undefined },
  amount: bigint,
  holdings: readonly Holding[],
): boolean {
  return holdings.some(
    ({ coldkey, hotkey, netuid, alpha }) =>
      coldkey === place.from && hotkey === place.hotkey && netuid === place.netuid && alpha === amount,
  );
}

/** The form with an amount that would work; undefined where such an amount says nothing to it. */
export function withAmount(form: Form, { asset, amount }: AssetAmount, holdings: readonly Holding[]): Form | undefined {
  const text = formatAmount(amount);
  switch (form.kind) {
    case 'send':
      return asset.kind === 'tao' ? { ...form, mode: 'exact', amount: text } : undefined;
    case 'stake':
    case 'basketBuy':
      return asset.kind === 'tao' ? { ...form, amount: text } : undefined;
    case 'unstake':
    case 'move':
    case 'swap':
    case 'transferStake': {
      const fits =
        form.netuid !== undefined && (asset.kind === 'tao' ? isRoot(form.netuid) : asset.netuid === form.netuid);
      if (!fits) return undefined;
      return isWhole(form, amount, holdings)
        ? { ...form, amount: '', all: true }
        : { ...form, amount: text, all: false };
    }
    case 'exitAll':
    case 'batch':
    case 'autoStake':
    case 'claimType':
    case 'claim':
    case 'basketClaim':
    case 'take':
      return undefined;
  }
}

/** A step with an amount that would work; undefined where such an amount says nothing to it. */
export function stepWithAmount(
  step: StakeStep,
  { asset, amount }: AssetAmount,
  holdings: readonly Holding[],
): StakeStep | undefined {
  if (step.kind === 'stake.add') return asset.kind === 'tao' ? { ...step, amount: toRao(amount) } : undefined;
  if (asset.kind === 'tao' ? !isRoot(step.netuid) : asset.netuid !== step.netuid) return undefined;
  const all = isWhole({ from: step.coldkey, hotkey: step.hotkey, netuid: step.netuid }, amount, holdings);
  return { ...step, amount: toAlphaRao(all ? 0n : amount), all };
}

/** The form with another tolerance; undefined where it has none. */
export function withTolerance(form: Form, tolerance: string): Form | undefined {
  return 'tolerance' in form ? { ...form, tolerance } : undefined;
}

/** The batch without its step at this place. */
export function withoutStep(form: BatchForm, index: number): BatchForm {
  return { ...form, steps: form.steps.filter((_step, at) => at !== index) };
}
