import type { Obstacle, Warning } from '../../../../shared/contract/index.ts';
import { type Netuid, toNetuid, toTake } from '../../../../shared/units/index.ts';
import { withTolerance } from './edits.ts';
import type { Form } from './form.ts';
import { takeText } from './take-text.ts';

/** A value that is not an amount and would work: what the button says, and the form with it. */
export interface FormRemedy {
  readonly label: string;
  readonly form: Form;
}

function takeBound(form: Form, facts: Obstacle['error']['facts'], names: readonly string[]): FormRemedy | undefined {
  const bound = names.map((name) => facts[name]).find((fact) => fact !== undefined);
  const take = typeof bound === 'string' && /^\d{1,5}$/u.test(bound) ? Number(bound) : bound;
  if (form.kind !== 'take' || typeof take !== 'number' || !Number.isInteger(take) || take < 0 || take > 65_535)
    return undefined;
  const text = takeText(toTake(take));
  return { label: `Use ${text} %`, form: { ...form, take: text } };
}

/** What would clear this obstacle, where a single value of the form does. */
export function remedyFor(form: Form, { error: { code, facts } }: Obstacle): FormRemedy | undefined {
  if (code === 'tx.tolerance_invalid') {
    const mended = withTolerance(form, '0.5');
    return mended === undefined ? undefined : { label: 'Use 0.5 %', form: mended };
  }
  if (code === 'tx.take_too_high') return takeBound(form, facts, ['maximum', 'takeMax', 'max']);
  if (code === 'tx.take_too_low') return takeBound(form, facts, ['minimum', 'takeMin', 'min']);
  // The first of the two steps: the same stake to the same validator, on the subnet where it is. A hold would keep it there.
  if (code === 'tx.two_steps_needed' && form.kind === 'move' && facts['reason'] !== 'hold')
    return { label: 'Move inside its subnet first', form: { ...form, toNetuid: undefined } };
  return undefined;
}

/** Subnets that a claim should take before this transaction, lest their dividends are lost. */
export function claimThatSaves({ code, facts }: Warning): readonly Netuid[] | undefined {
  if (code !== 'forfeits_dividends') return undefined;
  const ids = (facts['netuids'] ?? '').split(' ').filter((text) => /^\d{1,5}$/u.test(text));
  return ids.length === 0 ? undefined : ids.map((text) => toNetuid(Number(text)));
}
