import { expect } from 'vitest';
import { ROOT_NETUID } from '../../shared/units/index.ts';
import type { SubnetBooks } from './books.test-support.ts';
import { inPots } from './books.test-support.ts';
import type { Claimed, Paid } from './claims.test-support.ts';
import { filled, type Injected, recycled } from './emission.test-support.ts';
import { grewIn, type Stage } from './field.test-support.ts';
import type { Sight } from './look.test-support.ts';

const NO_POTS = { owner: 0n, miners: 0n, validators: 0n, root: 0n };

/** TAO: what was minted and nothing else; both issuances, the pools' accounts and the total of stake tell the same. */
function checkTao({ books: before }: Sight, { books: after, injected }: Sight, context: string): void {
  const minted = injected.reduce((sum, { tao }) => sum + tao, 0n);
  expect(after.accounts - before.accounts, context).toBe(minted);
  expect(minted, context).toBeLessThanOrEqual(after.blockEmission);
  expect(after.balancesIssuance, context).toBe(after.accounts);
  expect(after.stakingIssuance, context).toBe(after.accounts);
  let pools = after.totalStake - before.totalStake;
  for (const [index, is] of after.subnets.entries()) {
    pools -= is.tao - (before.subnets[index]?.tao ?? 0n);
    expect(is.account, `subnet ${is.netuid}: ${context}`).toBe(is.tao);
  }
  expect(pools, context).toBe(0n);
}

/** On root alpha is TAO: no pool, no pots, nothing to claim. */
function checkRoot(was: SubnetBooks, is: SubnetBooks, context: string): void {
  expect(is.alphaIn + is.alphaOut - is.tao, context).toBe(was.alphaIn + was.alphaOut - was.tao);
  expect(is.staked - was.staked, context).toBe(is.alphaOut - was.alphaOut);
}

interface Block {
  readonly injected: Injected;
  /** Alpha that an epoch took back, rao. */
  readonly recycled: bigint;
  readonly claimed: { readonly least: bigint; readonly most: bigint };
}

/** Alpha of one subnet: all of it is in the pool, somebody's stake, in a pot, or owed to root stakers. */
function checkAlpha(was: SubnetBooks, is: SubnetBooks, block: Block, context: string): void {
  const { injected, claimed } = block;
  const supply = ({ alphaIn, alphaOut }: SubnetBooks): bigint => alphaIn + alphaOut;
  expect(supply(is) - supply(was), context).toBe(injected.alphaIn + injected.alphaOut - block.recycled);
  const full = filled(was, injected);
  expect(inPots(full) - inPots(was.pots), context).toBe(injected.alphaOut);
  expect(is.pots, context).toEqual(injected.isEpoch ? NO_POTS : full);
  const gone = was.unclaimed + injected.credited - is.unclaimed;
  expect(gone >= claimed.least && gone <= claimed.most, `${gone} for ${claimed.least}: ${context}`).toBe(true);
}

/** What others do never takes anything from a position; their rounding may fall to it, and epochs pay it. */
function checkBystanders(before: Sight, after: Sight, stage: Stage, context: string): void {
  const grew = grewIn(stage, after);
  for (const [index, { netuid }] of stage.bystanders.entries()) {
    const [was = 0n, is = 0n] = [before.books.bystanders[index], after.books.bystanders[index]];
    expect(is >= was && (grew(netuid) || is <= was + 2n), `${was} became ${is}: ${context}`).toBe(true);
  }
}

function claimedOn(paid: readonly Paid[], of: number): Block['claimed'] {
  const here = paid.filter(({ netuid }) => netuid === of);
  const least = here.reduce((sum, { alpha }) => sum + alpha, 0n);
  return { least, most: here.reduce((sum, { unsure }) => sum + unsure, least) };
}

/** The block between made and lost nothing but what emission, its epochs and its claims explain to the base unit. */
export function checkBooks(
  before: Sight,
  after: Sight,
  stage: Stage,
  { paid }: Pick<Claimed, 'paid'>,
  context: string,
): void {
  checkTao(before, after, context);
  checkBystanders(before, after, stage, context);
  for (const [index, is] of after.books.subnets.entries()) {
    const was = before.books.subnets[index];
    if (was === undefined) throw new Error('the same subnets before and after');
    const where = `subnet ${is.netuid}: ${context}`;
    if (is.netuid === ROOT_NETUID) {
      checkRoot(was, is, where);
      continue;
    }
    const at = stage.subnets.indexOf(is.netuid);
    const injected = after.injected[at];
    const [root, alpha] = [before.weights[0], before.weights[at + 1]];
    if (injected === undefined || root === undefined || alpha === undefined) throw new Error('every subnet emits');
    const back = injected.isEpoch ? recycled(filled(was, injected), stage.staff, alpha, root) : 0n;
    checkAlpha(was, is, { injected, recycled: back, claimed: claimedOn(paid, is.netuid) }, where);
  }
}
