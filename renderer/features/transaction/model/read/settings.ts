import { MAX_CLAIM_SUBNETS } from '../../../../../shared/constants/batch.ts';
import type { ClaimType } from '../../../../../shared/contract/index.ts';
import { type Coldkey, type Netuid, toRao, toTake } from '../../../../../shared/units/index.ts';
import type { ClaimTypeForm } from '../form.ts';
import { readTake } from '../take-text.ts';
import type { Problems } from './problems.ts';
import type { Read } from './reader.ts';

/** Ascending and each once, as the chain wants a set. */
const setOf = (netuids: readonly Netuid[]): Netuid[] => [...new Set(netuids)].sort((a, b) => a - b);

export const readAutoStake: Read<'autoStake'> = (form, problems) => ({
  kind: 'autoStake.set',
  coldkey: form.from as Coldkey,
  hotkey: problems.hotkey(form.hotkey),
  netuid: problems.netuid(form.netuid),
});

function claimTypeOf({ choice, netuids }: ClaimTypeForm, problems: Problems): ClaimType {
  if (choice === undefined) problems.say('choice', 'Choose what becomes of root dividends.', true);
  if (choice !== 'keep_subnets') return { is: choice ?? 'swap' };
  if (netuids.length === 0) problems.say('netuids', 'Choose at least one subnet to keep alpha on.', true);
  return { is: 'keep_subnets', netuids: setOf(netuids) };
}

export const readClaimType: Read<'claimType'> = (form, problems) => ({
  kind: 'root.claimType',
  coldkey: form.from as Coldkey,
  claimType: claimTypeOf(form, problems),
});

export const readClaim: Read<'claim'> = (form, problems) => {
  const netuids = setOf(form.netuids);
  if (netuids.length === 0) problems.say('netuids', 'Choose at least one subnet.', true);
  if (netuids.length > MAX_CLAIM_SUBNETS)
    problems.say('netuids', `At most ${MAX_CLAIM_SUBNETS} subnets fit into one claim. Claim the others afterwards.`);
  return { kind: 'root.claim', coldkey: form.from as Coldkey, netuids };
};

export const readBasketClaim: Read<'basketClaim'> = (form, problems) => ({
  kind: 'basket.claim',
  coldkey: form.from as Coldkey,
  hotkey: problems.hotkey(form.hotkey),
});

export const readBasketBuy: Read<'basketBuy'> = (form, problems) => ({
  kind: 'basket.buy',
  coldkey: form.from as Coldkey,
  hotkey: problems.hotkey(form.hotkey),
  amount: toRao(problems.amount(form.amount)),
});

export const readTakeForm: Read<'take'> = (form, problems) => {
  const reading = readTake(form.take);
  if (!reading.ok) problems.say('take', reading.sentence, reading.missing);
  return {
    kind: 'take.set',
    coldkey: form.from as Coldkey,
    hotkey: problems.hotkey(form.hotkey),
    take: reading.ok ? reading.take : toTake(0),
  };
};
