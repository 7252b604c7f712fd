import { AppError } from '../../../shared/errors/index.ts';
import {
  type AlphaRao,
  type Coldkey,
  type Hotkey,
  type Netuid,
  toAlphaRao,
  toTake,
} from '../../../shared/units/index.ts';
import type {
  AutoStakeRecord,
  BasketGainQuery,
  BasketRecord,
  ClaimTypeRecord,
  DelegationReads,
  EpochReading,
  NeuronRecord,
  OwnHotkeyRecord,
  PositionKey,
  PositionShares,
  RootDividendRecord,
  StakeAvailability,
  StakeGain,
  StakeGainsQuery,
  TransferGuards,
} from '../../chain/delegation-port.ts';
import type { At, BlockRef, SimulatedSwap, StakePositionRecord } from '../../chain/port.ts';

/** The reads for delegation over plain public fields that a test may script. */
export abstract class FakeDelegation implements DelegationReads {
  online = true;
  requests: string[] = [];
  positions: StakePositionRecord[] = [];
  /** What locks hold; of other positions nothing is locked. */
  availabilities: StakeAvailability[] = [];
  /** A node that leaves availability out of its replies. */
  omitsAvailability = false;
  shares: PositionShares[] = [];
  rootDividends: RootDividendRecord[] = [];
  claimTypes: ClaimTypeRecord[] = [];
  autoStakes: AutoStakeRecord[] = [];
  ownHotkeys: OwnHotkeyRecord[] = [];
  takeBounds = { takeMin: toTake(0), takeMax: toTake(11_796), takeRateLimit: 216_000 };
  neurons = new Map<Netuid, readonly NeuronRecord[]>();
  epochs: EpochReading[] = [];
  takeChanges = new Map<Hotkey, number>();
  transferGuards: TransferGuards = { transfersAllowed: true, acceptsLocked: false };
  baskets: BasketRecord[] = [];
  /** What claims paid; a node that no longer has the blocks throws. */
  stakeGains: (query: StakeGainsQuery) => readonly StakeGain[] = () => [];
  /** What the payout of a basket gained; a node that no longer has the blocks throws. */
  basketGain: (query: BasketGainQuery) => bigint | undefined = () => undefined;
  basketHolders: { readonly coldkey: Coldkey; readonly hotkey: Hotkey }[] = [];

  abstract get best(): BlockRef;
  protected abstract sellNow(netuid: Netuid, alpha: AlphaRao): SimulatedSwap;

  protected at<T>(what: string, value: T): Promise<At<T>> {
    this.requests.push(what);
    if (!this.online) return Promise.reject(new AppError('chain.offline'));
    return Promise.resolve({ block: this.best, value });
  }

  getStakeAvailabilities(coldkeys: readonly Coldkey[]) {
    return this.at('availabilities', this.rowsOf(coldkeys));
  }
  protected rowsOf(coldkeys: readonly Coldkey[]): StakeAvailability[] {
    const told = (coldkey: Coldkey, netuid: Netuid, rows: readonly StakeAvailability[]): boolean =>
      rows.some((row) => row.coldkey === coldkey && row.netuid === netuid);
    const rows = [...this.availabilities];
    for (const { coldkey, netuid } of this.omitsAvailability ? [] : this.positions) {
      if (told(coldkey, netuid, rows)) continue;
      const here = this.positions.filter((one) => one.coldkey === coldkey && one.netuid === netuid);
      const total = toAlphaRao(here.reduce((sum, { alpha }) => sum + alpha, 0n));
      rows.push({ coldkey, netuid, total, locked: toAlphaRao(0n), available: total });
    }
    return rows.filter(({ coldkey }) => coldkeys.includes(coldkey));
  }
  simulateSells(sales: readonly { readonly netuid: Netuid; readonly alpha: AlphaRao }[]) {
    return this.at(
      'simulateSells',
      sales.map(({ netuid, alpha }) => this.sellNow(netuid, alpha)),
    );
  }
  getPositionShares(positions: readonly PositionKey[]) {
    const same = (a: PositionKey, b: PositionKey): boolean =>
      a.coldkey === b.coldkey && a.hotkey === b.hotkey && a.netuid === b.netuid;
    return this.at(
      'shares',
      this.shares.filter((row) => positions.some((wanted) => same(wanted, row))),
    );
  }
  getRootDividends(positions: readonly { readonly coldkey: Coldkey; readonly hotkey: Hotkey }[]) {
    return this.at(
      'rootDividends',
      this.rootDividends.filter((row) =>
        positions.some(({ coldkey, hotkey }) => coldkey === row.coldkey && hotkey === row.hotkey),
      ),
    );
  }
  getClaimTypes(coldkeys: readonly Coldkey[]) {
    return this.at(
      'claimTypes',
      coldkeys.map(
        (coldkey): ClaimTypeRecord =>
          this.claimTypes.find((row) => row.coldkey === coldkey) ?? { coldkey, claimType: { is: 'swap' } },
      ),
    );
  }
  getAutoStake(coldkeys: readonly Coldkey[]) {
    return this.at(
      'autoStake',
      this.autoStakes.filter(({ coldkey }) => coldkeys.includes(coldkey)),
    );
  }
  getOwnHotkeys(coldkeys: readonly Coldkey[]) {
    const hotkeys = this.ownHotkeys.filter(({ coldkey }) => coldkeys.includes(coldkey));
    return this.at('ownHotkeys', { ...this.takeBounds, hotkeys });
  }
  getNeurons(netuid: Netuid) {
    return this.at('neurons', this.neurons.get(netuid) ?? []);
  }
  getEpochs(wanted: readonly { readonly netuid: Netuid }[]) {
    return this.at(
      'epochs',
      this.epochs.filter(({ netuid }) => wanted.some((one) => one.netuid === netuid)),
    );
  }
  getTakeChanges(hotkeys: readonly Hotkey[]) {
    return this.at(
      'takeChanges',
      hotkeys.map((hotkey) => this.takeChanges.get(hotkey) ?? 0),
    );
  }
  getTransferGuards() {
    return this.at('transferGuards', this.transferGuards);
  }
  async getStakeGains(query: StakeGainsQuery) {
    await this.at('stakeGains', undefined);
    return this.stakeGains(query);
  }
  async getBasketGain(query: BasketGainQuery) {
    await this.at('basketGain', undefined);
    return this.basketGain(query);
  }
  getBasketHolders(coldkeys: readonly Coldkey[]) {
    return this.at(
      'basketHolders',
      this.basketHolders.filter(({ coldkey }) => coldkeys.includes(coldkey)),
    );
  }

  getBaskets(positions: readonly { readonly coldkey: Coldkey; readonly hotkey: Hotkey }[]) {
    return this.at(
      'baskets',
      this.baskets.filter((row) =>
        positions.some(({ coldkey, hotkey }) => coldkey === row.coldkey && hotkey === row.hotkey),
      ),
    );
  }
}
