import type { Warning } from '../../../shared/contract/index.ts';
import type { Hotkey, Netuid, Rao } from '../../../shared/units/index.ts';
import { impactWeight } from '../rules/impact.ts';
import { findLookalike } from '../rules/lookalike.ts';
import type { PlanContext } from './planner.ts';
import type { Trade } from './trade.ts';

type Code = Warning['code'];

export function warning(code: Code, facts: Record<string, string> = {}): Warning {
  return { code, facts };
}

/** Heaviest first would be the renderer's job; here each appears once, in the contract's order of kinds. */
export function networkWarnings({ networkId }: PlanContext): Warning[] {
  return networkId === 'practice' ? [warning('practice_network')] : [];
}

export function recipientWarnings(
  to: string,
  context: PlanContext,
  known: { readonly isOnChain: boolean; readonly isHotkey: boolean },
): Warning[] {
  if (context.isOwn(to)) return known.isHotkey ? [warning('recipient_is_hotkey')] : [];
  const lookalike = findLookalike(to, context.knownAddresses());
  const isKnown = context.pastRecipients().has(to);
  return [
    ...(known.isOnChain ? [] : [warning('recipient_new_to_chain')]),
    ...(isKnown ? [] : [warning('recipient_first_time')]),
    ...(lookalike === undefined || isKnown ? [] : [warning('recipient_lookalike', { lookalike })]),
    ...(known.isHotkey ? [warning('recipient_is_hotkey')] : []),
  ];
}

export function tradeWarnings(trade: Trade, isPool: boolean, allowPartial: boolean): Warning[] {
  const weight = trade.impact === undefined ? 'none' : impactWeight(trade.impact);
  const facts = { priceImpact: String(trade.impact ?? 0) };
  return [
    ...(weight === 'strong' ? [warning('impact_strong', facts)] : []),
    ...(weight === 'notable' ? [warning('impact_notable', facts)] : []),
    ...(isPool && trade.limitPrice === undefined ? [warning('no_price_limit')] : []),
    ...(allowPartial && isPool && trade.limitPrice !== undefined ? [warning('partial_fill')] : []),
  ];
}

/** An account that keeps less than ten fees can hardly act any more. */
export function leftoverWarnings(left: Rao, fee: Rao, existentialDeposit: Rao): Warning[] {
  const little = left < existentialDeposit + fee * 10n;
  return little ? [warning('leaves_little_for_fees', { remainder: left.toString() })] : [];
}

export function permitWarnings(hotkey: Hotkey, netuid: Netuid, context: PlanContext): Warning[] {
  return context.hasPermit(hotkey, netuid) === false ? [warning('not_validating_here')] : [];
}
