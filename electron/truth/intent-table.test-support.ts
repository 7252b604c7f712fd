import type { Intent } from '../../shared/contract/index.ts';
import { toAlphaRao, toNetuid, toRao, toTake } from '../../shared/units/index.ts';
import type { SnapshotSpec } from '../chain/testing/snapshots.ts';
import { OTHER_HOTKEY, OTHER_SUBNET, ROOT, TOLERANCE } from '../transactions/testing/plan-world.test-support.ts';
import { COLDKEY, FRIEND, HOTKEY, SUBNET, TAO } from '../transactions/testing/setup.test-support.ts';

type IntentOf<K extends Intent['kind']> = Extract<Intent, { kind: K }>;
/**
 * What a runtime makes of an intent: `calls`, then ` | warns …` and ` | refused …` with codes where there are any; or
 * `missing call` where planning ends with chain.capability_missing.
 */
type Outcome = string;
interface Row<K extends Intent['kind'] = Intent['kind']> {
  readonly name: string;
  readonly intent: IntentOf<K>;
  readonly under: Readonly<Record<SnapshotSpec, Outcome>>;
}

const NO_LIMIT = ' | warns no_price_limit';
const PARTIAL = ' | warns partial_fill';
/** Nothing was claimed yet in this world, and leaving root forgets it. */
const FORFEITS = ' | warns forfeits_dividends';
const TWO_STEPS = ' | refused tx.two_steps_needed';
const STEP_BLOCKED = ' | refused tx.step_blocked';
const batch = (...calls: string[]): Outcome => `batch_all(${calls.join(', ')})`;

type Under = Row['under'];
const always = (one: Outcome): Under => ({ 218: one, 240: one, 365: one, 424: one });
const from240 = (before: Outcome, since: Outcome): Under => ({ ...always(since), 218: before });
const from365 = (call: string): Under => ({ ...always(call), 218: `missing ${call}`, 240: `missing ${call}` });
const nowhere = (call: string): Under => always(`missing ${call}`);

const coldkey = COLDKEY;
const own = { coldkey, hotkey: HOTKEY };
const limits = { tolerance: TOLERANCE, allowPartial: false };
const leaving = { ...own, netuid: SUBNET, amount: toAlphaRao(2n * TAO), all: false };
const ADD = { kind: 'stake.add', ...own, netuid: SUBNET, amount: toRao(3n * TAO), ...limits } as const;
const REMOVE = { kind: 'stake.remove', ...leaving, ...limits } as const;
const MOVE = {
  kind: 'stake.move',
  ...leaving,
  toHotkey: OTHER_HOTKEY,
  toNetuid: SUBNET,
  tolerance: TOLERANCE,
} as const;
const SWAP = { kind: 'stake.swap', ...leaving, toNetuid: OTHER_SUBNET, ...limits } as const;
const TRANSFER = { kind: 'stake.transfer', ...leaving, to: FRIEND } as const;
const EXIT = { kind: 'stake.exitAll', coldkey, tolerance: TOLERANCE } as const;
const steps = (...list: IntentOf<'stake.batch'>['steps']): IntentOf<'stake.batch'> => ({
  kind: 'stake.batch',
  coldkey,
  steps: list,
});
const send = { coldkey, to: FRIEND, amount: toRao(4n * TAO) };
/** Neither in order nor each once, and one of them longer when compact encoded. */
const UNSORTED = [toNetuid(300), OTHER_SUBNET, SUBNET, toNetuid(300), toNetuid(70)];

/** Every kind must be here: a new one breaks the build until its calls are checked. Lists are [name, intent, under]. */
const TABLE: { readonly [K in Intent['kind']]: readonly (readonly [string, IntentOf<K>, Under])[] } = {
  'transfer.keepAlive': [['exact', { kind: 'transfer.keepAlive', ...send }, always('transfer_keep_alive')]],
  'transfer.allowDeath': [
    ['exact', { kind: 'transfer.allowDeath', ...send, reapConsent: true }, always('transfer_allow_death')],
  ],
  'transfer.all': [
    [
      'keeping the account',
      { kind: 'transfer.all', coldkey, to: FRIEND, keepAlive: true, reapConsent: false },
      always('transfer_all | warns leaves_little_for_fees'),
    ],
    [
      'closing it',
      { kind: 'transfer.all', coldkey, to: FRIEND, keepAlive: false, reapConsent: true },
      always('transfer_all | warns closes_account'),
    ],
  ],
  // 218 has no limits at all, so its calls may pay any price and the quote says so; root has no pool and needs none.
  'stake.add': [
    ['to a subnet', ADD, from240(`add_stake${NO_LIMIT}`, 'add_stake_limit')],
    ['partial', { ...ADD, allowPartial: true }, from240(`add_stake${NO_LIMIT}`, `add_stake_limit${PARTIAL}`)],
    ['to root', { ...ADD, netuid: ROOT }, from240('add_stake', 'add_stake_limit')],
  ],
  // A call that takes whatever is there came between 240 and 365; a partial sale of everything has none.
  'stake.remove': [
    ['an amount', REMOVE, from240(`remove_stake${NO_LIMIT}`, 'remove_stake_limit')],
    [
      'all',
      { ...REMOVE, all: true },
      { ...always('remove_stake_full_limit'), 218: `remove_stake${NO_LIMIT}`, 240: 'remove_stake_limit' },
    ],
    [
      'all, partial',
      { ...REMOVE, all: true, allowPartial: true },
      from240(`remove_stake${NO_LIMIT}`, `remove_stake_limit${PARTIAL}`),
    ],
    [
      'from root',
      { ...REMOVE, netuid: ROOT },
      { ...always(`remove_stake_limit${FORFEITS}`), 218: 'remove_stake', 240: 'remove_stake_limit' },
    ],
  ],
  // To another subnet: 218 without limit in one call, later in two with one, which 365 refuses inside one block.
  'stake.move': [
    ['inside a subnet', MOVE, always('move_stake')],
    ['all of it', { ...MOVE, all: true }, always('move_stake')],
    [
      'to another subnet',
      { ...MOVE, toNetuid: OTHER_SUBNET },
      {
        218: `move_stake${NO_LIMIT}`,
        240: batch('move_stake', 'swap_stake_limit'),
        365: `${batch('move_stake', 'swap_stake_limit')}${TWO_STEPS}`,
        424: batch('move_stake', 'swap_stake_limit'),
      },
    ],
  ],
  'stake.swap': [
    ['between subnets', SWAP, from240('missing swap_stake', 'swap_stake_limit')],
    [
      'all, partial',
      { ...SWAP, all: true, allowPartial: true },
      from240('missing swap_stake', `swap_stake_limit${PARTIAL}`),
    ],
    ['to root', { ...SWAP, toNetuid: ROOT }, from240('missing swap_stake', 'swap_stake_limit')],
  ],
  'stake.transfer': [
    ['an amount', TRANSFER, from240('missing transfer_stake', 'transfer_stake')],
    ['all', { ...TRANSFER, all: true }, from240('missing transfer_stake', 'transfer_stake')],
  ],
  'stake.batch': [
    [
      'in, over and out',
      steps({ ...ADD, netuid: OTHER_SUBNET }, MOVE, REMOVE),
      from240(
        `${batch('add_stake', 'move_stake', 'remove_stake')}${NO_LIMIT}`,
        batch('add_stake_limit', 'move_stake', 'remove_stake_limit'),
      ),
    ],
    [
      'with what 218 lacks',
      steps({ ...SWAP, amount: toAlphaRao(TAO) }, TRANSFER),
      from240('missing swap_stake', batch('swap_stake_limit', 'transfer_stake')),
    ],
    [
      'with a move that takes two calls',
      steps({ ...MOVE, toNetuid: OTHER_SUBNET }, REMOVE),
      {
        218: `${batch('move_stake', 'remove_stake')}${NO_LIMIT}`,
        240: batch('move_stake', 'swap_stake_limit', 'remove_stake_limit'),
        365: `${batch('move_stake', 'swap_stake_limit', 'remove_stake_limit')}${STEP_BLOCKED}`,
        424: batch('move_stake', 'swap_stake_limit', 'remove_stake_limit'),
      },
    ],
    [
      'out of what it just went into',
      steps({ ...ADD, netuid: ROOT }, { ...MOVE, netuid: ROOT, toNetuid: ROOT }),
      {
        218: batch('add_stake', 'move_stake'),
        240: batch('add_stake_limit', 'move_stake'),
        365: `${batch('add_stake_limit', 'move_stake')}${STEP_BLOCKED}`,
        424: batch('add_stake_limit', 'move_stake'),
      },
    ],
  ],
  'stake.exitAll': [
    [
      'of three positions',
      EXIT,
      {
        ...always(
          `${batch('remove_stake_full_limit', 'remove_stake_full_limit', 'remove_stake_full_limit')}${FORFEITS}`,
        ),
        218: `${batch('remove_stake', 'remove_stake', 'remove_stake')}${NO_LIMIT}`,
        240: batch('remove_stake_limit', 'remove_stake_limit', 'remove_stake_limit'),
      },
    ],
    [
      'of one position',
      { ...EXIT, hotkey: OTHER_HOTKEY, netuid: SUBNET },
      { ...always('remove_stake_full_limit'), 218: `remove_stake${NO_LIMIT}`, 240: 'remove_stake_limit' },
    ],
  ],
  'autoStake.set': [
    ['to a validator', { kind: 'autoStake.set', ...own, netuid: SUBNET }, from365('set_coldkey_auto_stake_hotkey')],
  ],
  'root.claimType': (
    [
      { is: 'swap' },
      { is: 'keep' },
      { is: 'keep_subnets', netuids: UNSORTED },
    ] satisfies IntentOf<'root.claimType'>['claimType'][]
  ).map((claimType) => [claimType.is, { kind: 'root.claimType', coldkey, claimType }, from365('set_root_claim_type')]),
  'root.claim': [['unsorted', { kind: 'root.claim', coldkey, netuids: UNSORTED }, from365('claim_root')]],
  // Per-validator baskets are in none of these releases.
  'basket.claim': [['of a validator', { kind: 'basket.claim', ...own }, nowhere('claim_root_with_hotkey')]],
  'basket.buy': [['with TAO', { kind: 'basket.buy', ...own, amount: toRao(TAO) }, nowhere('stake_into_basket')]],
  // The hotkey of the test world takes 6000.
  'take.set': [
    ['raise', { kind: 'take.set', ...own, take: toTake(9000) }, always('increase_take')],
    ['lower', { kind: 'take.set', ...own, take: toTake(5000) }, always('decrease_take')],
  ],
};

export const ROWS: readonly Row[] = Object.entries(TABLE).flatMap(([kind, rows]) =>
  rows.map(([name, intent, under]): Row => ({ name: `${kind} ${name}`, intent, under })),
);
