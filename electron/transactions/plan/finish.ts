import type { AssetAmount, Change, Obstacle, Quote, Warning } from '../../../shared/contract/index.ts';
import type { Coldkey, Rao } from '../../../shared/units/index.ts';
import type { AccountRecord, BlockRef, CallSpec, ChainGuards } from '../../chain/port.ts';
import { accountObstacles } from '../rules/guards.ts';
import { feeObstacles } from '../rules/stake.ts';
import { transferable } from '../rules/transferable.ts';
import { encodeTogether } from './call.ts';
import type { BalanceChange, Purse } from './draft.ts';
import { effectsOf } from './effects.ts';
import { NO_LISTS, type Plan, type PlanContext, type Priced } from './planner.ts';
import { leftoverWarnings, networkWarnings } from './warnings.ts';

/** Caps of the contract; a person acts on the first ones anyway. */
const MAX_OBSTACLES = 16;
const MAX_WARNINGS = 32;

/** The account that signs and pays. */
export interface Payer {
  readonly context: PlanContext;
  readonly coldkey: Coldkey;
  readonly block: BlockRef;
  readonly account: AccountRecord;
  accountGuards(): Promise<Pick<ChainGuards, 'safeMode' | 'coldkeySwapPending'>>;
}

/** What a transaction does, its fee apart. */
export interface Outline {
  readonly calls: readonly CallSpec[];
  readonly price: Priced;
  readonly lists?: Partial<Pick<Quote, keyof typeof NO_LISTS | 'claims'>>;
  readonly obstacles: (purse: Purse) => readonly Obstacle[];
  readonly warnings: readonly Warning[];
  readonly changes: readonly BalanceChange[];
  readonly settings?: readonly Change[];
  /** When set, this pays the fee instead of free TAO, and `changes` tell so already. */
  readonly feeInAlpha?: AssetAmount;
  /** Said instead of that the fee cannot be paid, where there is more to say. */
  readonly feeObstacles?: readonly Obstacle[];
}

/** The call as bytes, and what it costs now. */
export interface Cost {
  readonly callBytes: Uint8Array;
  readonly purse: Purse;
}

/** @throws AppError chain.* */
export async function costOf({ context, coldkey, account }: Payer, calls: readonly CallSpec[]): Promise<Cost> {
  const { chain } = context;
  const callBytes = encodeTogether(chain, calls);
  const fee = await chain.estimateFee(callBytes, coldkey, account.nonce);
  const purse: Purse = { fee, transferable: transferable(account, chain.constants().existentialDeposit) };
  return { callBytes, purse };
}

/** Adds what every transaction has: the fee, what the account allows, the balance left, the network. */
export async function finish(payer: Payer, outline: Outline, known?: Cost): Promise<Plan> {
  const { context, account, block, coldkey } = payer;
  const { feeInAlpha } = outline;
  const [{ callBytes, purse }, guards] = await Promise.all([
    known ?? costOf(payer, outline.calls),
    payer.accountGuards(),
  ]);
  const feeChange: BalanceChange = {
    address: coldkey,
    subject: 'free_balance',
    asset: { kind: 'tao' },
    before: account.free,
    delta: feeInAlpha === undefined ? 0n - purse.fee : 0n,
    exact: true,
  };
  const effects = effectsOf([feeChange, ...outline.changes]);
  const quote: Quote = {
    block,
    ...outline.price,
    networkFee: purse.fee,
    ...(feeInAlpha === undefined ? {} : { feeInAlpha }),
    ...NO_LISTS,
    ...outline.lists,
    obstacles: [
      ...accountObstacles(guards),
      ...outline.obstacles(purse),
      ...(feeInAlpha === undefined ? (outline.feeObstacles ?? feeObstacles(purse.fee, purse.transferable)) : []),
    ].slice(0, MAX_OBSTACLES),
    warnings: [
      ...outline.warnings,
      ...leftovers(payer, outline, purse.fee, effects[0]?.after ?? 0n),
      ...networkWarnings(context),
    ].slice(0, MAX_WARNINGS),
  };
  return { callBytes, effects, changes: outline.settings ?? [], quote };
}

/** Whoever spends TAO is told when hardly any is left; a sale brings some. */
function leftovers({ context }: Payer, { changes }: Outline, fee: Rao, left: bigint): Warning[] {
  const spends = changes.some(({ subject, delta }) => subject === 'free_balance' && delta < 0n);
  return spends ? leftoverWarnings(left as Rao, fee, context.chain.constants().existentialDeposit) : [];
}
