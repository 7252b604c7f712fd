import { MAX_CLAIM_SUBNETS } from '../../../../shared/constants/batch.ts';
import type { Warning } from '../../../../shared/contract/index.ts';
import { isRoot, spotValue, toAlphaRao } from '../../../../shared/units/index.ts';
import type { RootDividendRecord } from '../../../chain/delegation-port.ts';
import type { Desk } from '../desk.ts';
import { warning } from '../warnings.ts';
import type { Leaving } from './leaving.ts';

interface Leave {
  readonly amount: bigint;
  /** Before the transaction, when the dividends were read. */
  readonly rootStake: bigint;
  /** What earlier operations of the transaction added to it, or took: the mark moves with it. */
  readonly change?: bigint;
}

/**
 * Alpha that is owed and is no longer when `amount` of root stake leaves, rounded up. The chain takes what the leaving part
 * ever earned off the mark of what was claimed, but never below zero: what was earned beyond the mark is forgotten.
 */
export function forfeited(
  { owed, claimed }: Pick<RootDividendRecord, 'owed' | 'claimed'>,
  { amount, rootStake, change = 0n }: Leave,
): bigint {
  if (rootStake === 0n || amount === 0n) return 0n;
  const earned = owed + claimed;
  const held = rootStake + change;
  const part = amount < held ? amount : held;
  const earnedByPart = (earned * part + rootStake - 1n) / rootStake;
  const mark = claimed + (earned * change) / rootStake;
  const lost = earnedByPart - (mark > 0n ? mark : 0n);
  return lost <= 0n ? 0n : lost < owed ? lost : owed;
}

/** Says what root dividends are lost by leaving before they are claimed; those too small for any claim are not counted. */
export async function forfeitWarnings(desk: Desk, { position, amount }: Leaving): Promise<Warning[]> {
  const { scene } = desk;
  if (!isRoot(position.netuid) || amount === 0n) return [];
  const rootStake = desk.heldBefore(position);
  const change = desk.held(position) - rootStake;
  const rows = (await scene.owedBy(position.hotkey))
    .filter(({ owed, threshold }) => owed >= threshold)
    .map((row) => ({ ...row, lost: forfeited(row, { amount, rootStake, change }) }))
    .filter(({ lost }) => lost > 0n)
    .map(({ netuid, lost }) => ({ netuid, worth: spotValue(toAlphaRao(lost), scene.priceOf(netuid)) }))
    .sort((a, b) => Number(a.worth < b.worth) - Number(a.worth > b.worth));
  if (rows.length === 0) return [];
  return [
    forfeits(
      rows.reduce((sum, { worth }) => sum + worth, 0n),
      rows.map(({ netuid }) => String(netuid)),
    ),
  ];
}

/** `amount` is rao at spot; `netuids` those that one claim could save. */
function forfeits(amount: bigint, netuids: readonly string[]): Warning {
  const unique = [...new Set(netuids)].slice(0, MAX_CLAIM_SUBNETS);
  return warning('forfeits_dividends', { amount: amount.toString(), netuids: unique.join(' ') });
}

/** What two operations of one transaction forfeit. */
export function bothForfeits(a: Warning, b: Warning): Warning {
  const amountOf = ({ facts }: Warning): bigint => BigInt(facts['amount'] ?? 0);
  const netuidsOf = ({ facts }: Warning): string[] => (facts['netuids'] ?? '').split(' ');
  return forfeits(amountOf(a) + amountOf(b), [...netuidsOf(a), ...netuidsOf(b)]);
}
