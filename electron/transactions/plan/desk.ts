import type { Obstacle } from '../../../shared/contract/index.ts';
import { type AlphaRao, isRoot, type Netuid, toAlphaRao } from '../../../shared/units/index.ts';
import type { PositionKey } from '../../chain/delegation-port.ts';
import type { ChainGuards } from '../../chain/port.ts';
import { obstacle } from '../rules/obstacles.ts';
import { heldByStep, holdObstacles } from '../rules/root-hold.ts';
import type { BalanceChange, Draft, PoolUse } from './draft.ts';
import { heldBy } from './position.ts';
import type { Scene } from './scene.ts';
import { grossUp, type Side, simulate } from './simulate.ts';

const nameOf = ({ coldkey, hotkey, netuid }: PositionKey): string => `${netuid}/${hotkey}/${coldkey}`;

/**
 * The scene as it will be while one transaction executes: each operation put on the desk sees what the ones before it left
 * of positions, locks and pools. A single operation sees the scene as it is.
 */
export class Desk {
  readonly scene: Scene;
  readonly #held = new Map<string, AlphaRao>();
  /** Positions something was added to. */
  readonly #grown = new Set<string>();
  /** Alpha that left the account by subnet. */
  readonly #gone = new Map<Netuid, bigint>();
  readonly #pools = new Map<Netuid, PoolUse>();

  constructor(scene: Scene) {
    this.scene = scene;
  }

  /** Alpha of a position before the transaction. */
  heldBefore({ coldkey, hotkey, netuid }: PositionKey): AlphaRao {
    return heldBy(this.scene.positions, coldkey, hotkey, netuid);
  }

  /** What is left of it now, with what is sure to have arrived. */
  held(position: PositionKey): AlphaRao {
    return this.#held.get(nameOf(position)) ?? this.heldBefore(position);
  }

  /**
   * Alpha on the subnet that no lock holds and no earlier operation took; undefined where there are no locks, or nobody said.
   * A place that the chain leaves out and where nothing is held has nothing locked either.
   */
  available(netuid: Netuid, guards: ChainGuards): AlphaRao | undefined {
    const isEmpty = this.scene.chain.capabilities().stakeAvailability && !this.#holdsOn(netuid);
    const available = guards.available ?? (isEmpty ? 0n : undefined);
    if (available === undefined) return undefined;
    const left = available - (this.#gone.get(netuid) ?? 0n);
    return toAlphaRao(left > 0n ? left : 0n);
  }

  /** True where the runtime has locks, stake is held, and the chain did not say what of it may leave. */
  locksUnknown(netuid: Netuid, { available }: ChainGuards): boolean {
    return available === undefined && this.scene.chain.capabilities().stakeAvailability && this.#holdsOn(netuid);
  }

  prior(netuid: Netuid): bigint {
    return this.#pools.get(netuid)?.weight ?? 0n;
  }

  /** Simulations add up in one direction only: two in one pool that go against each other have no honest price. */
  conflicts(...uses: readonly { readonly netuid: Netuid; readonly side: Side }[]): Obstacle[] {
    return uses
      .filter(({ netuid, side }) => (this.#pools.get(netuid)?.side ?? side) !== side)
      .map(({ netuid }) => obstacle('tx.steps_conflict', { netuid }));
  }

  /** At runtimes with one stake call a block, nothing may leave what an earlier operation added to. */
  leavingObstacles(position: PositionKey): Obstacle[] {
    const refused = this.scene.chain.capabilities().oneStakeCallPerBlock && this.#grown.has(nameOf(position));
    return refused ? [obstacle('tx.steps_conflict', { netuid: position.netuid })] : [];
  }

  /** Root stake that changed not long ago may not leave yet; an earlier operation of the same transaction is a change too. */
  heldObstacles(position: PositionKey, { rootHold }: ChainGuards): Obstacle[] {
    if (!isRoot(position.netuid) || rootHold === undefined) return [];
    const { block, chain } = this.scene;
    const { blockTimeMs } = chain.constants();
    if (this.#held.has(nameOf(position))) return [heldByStep(rootHold, blockTimeMs)];
    const changedAt = rootHold.changedAt.get(position.hotkey);
    const nextBlock = block.blockNumber + 1;
    return changedAt === undefined ? [] : holdObstacles(rootHold, { changedAt, nextBlock, blockTimeMs });
  }

  /** Later operations come after this one. */
  put({ changes, pools }: Pick<Draft, 'changes' | 'pools'>): void {
    for (const change of changes) this.#change(change);
    for (const use of pools) {
      if (!isRoot(use.netuid)) this.#pools.set(use.netuid, { ...use, weight: this.prior(use.netuid) + use.weight });
    }
  }

  /** The fee leaves a position as a sale before the call does anything. Answers what it did to the position. */
  async payFee(position: PositionKey, alpha: AlphaRao): Promise<BalanceChange> {
    const { netuid, coldkey, hotkey } = position;
    const { fee } = isRoot(netuid) ? { fee: 0n } : await simulate(this.scene.chain, 'sell', netuid, alpha);
    const asset = await this.scene.assetOf(netuid);
    const before = this.heldBefore(position);
    const change = {
      address: coldkey,
      subject: 'stake_position',
      hotkey,
      asset,
      before,
      delta: 0n - alpha,
      exact: false,
    } as const;
    this.put({ changes: [change], pools: [{ netuid, side: 'sell', weight: grossUp(alpha, fee) }] });
    return change;
  }

  #holdsOn(netuid: Netuid): boolean {
    const { positions, coldkey } = this.scene;
    return positions.some((one) => one.coldkey === coldkey && one.netuid === netuid && one.alpha > 0n);
  }

  #change({ address, subject, hotkey, asset, delta, sure }: BalanceChange): void {
    if (address !== this.scene.coldkey || subject !== 'stake_position' || hotkey === undefined) return;
    const netuid = asset.kind === 'tao' ? (0 as Netuid) : asset.netuid;
    const position = { coldkey: address, hotkey, netuid };
    const now = this.held(position) + (delta < 0n ? delta : (sure ?? delta));
    this.#held.set(nameOf(position), toAlphaRao(now > 0n ? now : 0n));
    if (delta > 0n) this.#grown.add(nameOf(position));
    // Moves inside the account and the subnet come back with a positive delta, so the lock sees only what left.
    this.#gone.set(netuid, (this.#gone.get(netuid) ?? 0n) - (delta < 0n ? delta : (sure ?? delta)));
  }
}
