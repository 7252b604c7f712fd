import { MAX_BATCH } from '../../../../../shared/constants/batch.ts';
import type { StakeStep } from '../../../../../shared/contract/index.ts';
import { type Coldkey, type Hotkey, isRoot, type Netuid, toPpm, toRao } from '../../../../../shared/units/index.ts';
import type { FormOf, StepForm } from '../form.ts';
import type { Problems } from './problems.ts';
import type { Read } from './reader.ts';

type StepRead<Kind extends StepForm['kind'] | 'transferStake'> = (form: FormOf<Kind>, problems: Problems) => StakeStep;

interface PlaceText {
  readonly from: string;
  readonly hotkey: string;
  readonly netuid: Netuid | undefined;
}

function placeOf(form: PlaceText, problems: Problems): { coldkey: Coldkey; hotkey: Hotkey; netuid: Netuid } {
  const { from, hotkey, netuid } = form;
  return {
    coldkey: from as Coldkey,
    hotkey: problems.hotkey(hotkey),
    netuid: problems.netuid(netuid),
  };
}

export const readStake: StepRead<'stake'> = (form, problems) => {
  const place = placeOf(form, problems);
  return {
    kind: 'stake.add',
    ...place,
    amount: toRao(problems.amount(form.amount)),
    tolerance: problems.tolerance(form.tolerance, place.netuid),
    allowPartial: !isRoot(place.netuid) && form.allowPartial,
  };
};

export const readUnstake: StepRead<'unstake'> = (form, problems) => {
  const place = placeOf(form, problems);
  return {
    kind: 'stake.remove',
    ...place,
    ...problems.leaving(form),
    tolerance: problems.tolerance(form.tolerance, place.netuid),
    allowPartial: !isRoot(place.netuid) && form.allowPartial,
  };
};

export const readMove: StepRead<'move'> = (form, problems) => {
  const place = placeOf(form, problems);
  const toHotkey = problems.hotkey(form.toHotkey, 'toHotkey');
  const toNetuid = form.toNetuid ?? place.netuid;
  const stays = toNetuid === place.netuid;
  if (form.toHotkey !== '' && toHotkey === place.hotkey)
    problems.say('toHotkey', 'The stake is with this validator already. To change only the subnet, swap it.');
  return {
    kind: 'stake.move',
    ...place,
    toHotkey,
    toNetuid,
    ...problems.leaving(form),
    // inside one subnet no pool is touched
    tolerance: stays ? toPpm(0) : problems.tolerance(form.tolerance, place.netuid, toNetuid),
  };
};

export const readSwap: StepRead<'swap'> = (form, problems) => {
  const place = placeOf(form, problems);
  const toNetuid = problems.netuid(form.toNetuid, 'toNetuid');
  if (form.toNetuid !== undefined && toNetuid === form.netuid)
    problems.say('toNetuid', 'The stake is on this subnet already. Choose another one.');
  return {
    kind: 'stake.swap',
    ...place,
    toNetuid,
    ...problems.leaving(form),
    tolerance: problems.tolerance(form.tolerance, place.netuid, toNetuid),
    allowPartial: form.allowPartial,
  };
};

export const readTransferStake: StepRead<'transferStake'> = (form, problems) => ({
  kind: 'stake.transfer',
  ...placeOf(form, problems),
  to: problems.recipient(form.to, form.from),
  ...problems.leaving(form),
});

const STEP_READERS: { readonly [Kind in StepForm['kind']]: StepRead<Kind> } = {
  stake: readStake,
  unstake: readUnstake,
  move: readMove,
  swap: readSwap,
};

/** Reads the step that a batch is being given. */
export function readStep(form: StepForm, problems: Problems): StakeStep {
  // the table pairs every kind with the reader of that kind, which an indexed call cannot show
  const read = STEP_READERS[form.kind] as (form: StepForm, problems: Problems) => StakeStep;
  return read(form, problems);
}

export const readExitAll: Read<'exitAll'> = (form, problems) => ({
  kind: 'stake.exitAll',
  coldkey: form.from as Coldkey,
  ...(form.hotkey === '' ? {} : { hotkey: problems.hotkey(form.hotkey) }),
  ...(form.netuid === undefined ? {} : { netuid: form.netuid }),
  tolerance: problems.tolerance(form.tolerance, ...(form.netuid === undefined ? [] : [form.netuid])),
});

export const readBatch: Read<'batch'> = (form, problems) => {
  if (form.steps.length === 0) problems.say('steps', 'Add at least one operation.', true);
  if (form.steps.length > MAX_BATCH) problems.say('steps', `At most ${MAX_BATCH} operations fit into one transaction.`);
  if (form.steps.some(({ coldkey }) => coldkey !== form.from))
    problems.say('steps', 'All operations must be of the account above.');
  return { kind: 'stake.batch', coldkey: form.from as Coldkey, steps: [...form.steps] };
};
