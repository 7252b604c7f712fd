import type { Warning } from '../../../shared/contract/index.ts';
import type { Hotkey, Netuid, Ppm, Rao } from '../../../shared/units/index.ts';
import type { ChainGuards } from '../../chain/port.ts';
import { impactWeight } from '../rules/impact.ts';
import { findLookalike } from '../rules/lookalike.ts';
import { stakeFacts } from '../rules/stake.ts';
import type { PlanContext } from './planner.ts';

type Code = Warning['code'];

export function warning(code: Code, facts: Record<string, string> = {}): Warning {
  return { code, facts };
}

/** Which alpha the other facts are amounts of; facts of warnings are all text. */
export function placeFacts(place: Parameters<typeof stakeFacts>[0]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(stakeFacts(place)).map(([name, fact]) => [name, String(fact).slice(0, 256)]),
  );
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

/** Of a trade through one pool or two. `limited` and `partial` are false where there is no pool. */
export function tradeWarnings(
  impact: Ppm | undefined,
  { isPool, limited, partial }: { readonly isPool: boolean; readonly limited: boolean; readonly partial: boolean },
): Warning[] {
  return [
    ...impactWarnings(impact),
    ...(isPool && !limited ? [warning('no_price_limit')] : []),
    ...(isPool && limited && partial ? [warning('partial_fill')] : []),
  ];
}

export function impactWarnings(impact: Ppm | undefined): Warning[] {
  const weight = impact === undefined ? 'none' : impactWeight(impact);
  if (weight === 'none') return [];
  return [warning(weight === 'strong' ? 'impact_strong' : 'impact_notable', { priceImpact: String(impact) })];
}

/** An account that keeps less than ten fees can hardly act any more. */
export function leftoverWarnings(left: Rao, fee: Rao, existentialDeposit: Rao): Warning[] {
  const little = left < existentialDeposit + fee * 10n;
  return little ? [warning('leaves_little_for_fees', { remainder: left.toString() })] : [];
}

/** Whose root stake the chain holds afterwards: the account's with the validator, what it leaves there, or a recipient's. */
type Held = 'all' | 'rest' | 'recipient';

/** Of what changes root stake where the runtime then holds it. `guards` are those of root. */
export function holdWarnings({ rootHold }: ChainGuards, whose: Held, { chain }: PlanContext): Warning[] {
  if (rootHold === undefined) return [];
  const { blockTimeMs } = chain.constants();
  return [
    warning('holds_root_stake', { whose, blocks: String(rootHold.intervalBlocks), blockTimeMs: String(blockTimeMs) }),
  ];
}

/** Of a validator that stake goes to. */
export function validatorWarnings(hotkey: Hotkey, netuid: Netuid, context: PlanContext): Warning[] {
  const rose = context.takeRose?.(hotkey);
  return [
    ...(context.hasPermit(hotkey, netuid) === false
      ? [warning('not_validating_here', { netuid: String(netuid) })]
      : []),
    ...(rose === undefined ? [] : [warning('take_rose', { from: String(rose.from), to: String(rose.to) })]),
  ];
}
