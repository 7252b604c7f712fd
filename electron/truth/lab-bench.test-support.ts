import { addressOf } from '../../shared/domain/address.ts';
import type { Coldkey, Hotkey, Netuid } from '../../shared/units/index.ts';
import type { Simnet } from '../../simnet/index.ts';
import type { Place } from './holdings.test-support.ts';
import { accountOf, joined, safeFloatHex, u16, u64, uintOf, withFree } from './raw-bytes.test-support.ts';
import type { RawChain } from './raw-chain.test-support.ts';

/** Rao and alpha rao in the pool, and the TAO weight in parts of 1e18. */
export interface RawPool {
  readonly tao: bigint;
  readonly alpha: bigint;
  readonly quote: bigint;
}

/** A position beside another staker's in one share pool, in whole units of 10^-12 shares. */
export interface RawPosition extends Place {
  /** Its shares and those of everybody else. */
  readonly shares: bigint;
  readonly otherShares: bigint;
  /** Alpha rao of the whole share pool. */
  readonly alpha: bigint;
}

const EXISTENTIAL_DEPOSIT = 500n;
const SHARE_EXPONENT = -12n;
/** Owns what has to belong to somebody, and never does anything. */
export const NOBODY = addressOf<Coldkey>(new Uint8Array(32).fill(250));
const HALF = 500_000_000_000_000_000n;

/** Keyless account of a subnet: "modlsubtensr", netuid u16, zeros. */
export function subnetAccount(netuid: number): Coldkey {
  const bytes = new Uint8Array(32);
  bytes.set(new TextEncoder().encode('modlsubtensr'));
  bytes.set([netuid & 255, netuid >> 8], 12);
  return addressOf<Coldkey>(bytes);
}

/** Writes raw storage so that the chain's books stay true: every change of an amount changes its sums too. */
export class LabBench {
  readonly #net: Simnet;
  readonly #raw: RawChain;
  #pending = new Map<string, string | null>();

  constructor(net: Simnet, raw: RawChain) {
    this.#net = net;
    this.#raw = raw;
  }

  /** Subnets without epochs, and hotkeys that belong to nobody who takes part. */
  async openSubnets(netuids: readonly Netuid[], hotkeys: readonly Hotkey[]): Promise<void> {
    const owner = this.#raw.api.createType('AccountId', NOBODY).toHex();
    for (const hotkey of hotkeys) this.#set(this.#raw.key('SubtensorModule', 'Owner', hotkey), owner);
    for (const netuid of netuids) {
      this.#setItem('NetworksAdded', netuid, '0x01');
      this.#setItem('SubnetMechanism', netuid, u16(1));
      this.#setItem('SubtokenEnabled', netuid, '0x01');
      this.#setItem('Tempo', netuid, u16(0));
      this.#set(this.#raw.key('Swap', 'PalSwapInitialized', netuid), '0x01');
    }
    await this.setPools(netuids.map((netuid) => [netuid, { tao: 1n << 40n, alpha: 1n << 44n, quote: HALF }]));
    this.commit();
  }

  /** Stages pools; the subnet's account and the totals follow. */
  async setPools(pools: readonly (readonly [Netuid, RawPool])[]): Promise<void> {
    const before = await this.#values(pools.map(([netuid]) => this.#itemKey('SubnetTAO', netuid)));
    let added = 0n;
    const balances: [Coldkey, bigint][] = [];
    for (const [index, [netuid, { tao, alpha, quote }]] of pools.entries()) {
      added += tao - uintOf(before[index] ?? null);
      this.#setItem('SubnetTAO', netuid, u64(tao));
      this.#setItem('SubnetAlphaIn', netuid, u64(alpha));
      this.#set(this.#raw.key('Swap', 'SwapBalancer', netuid), u64(quote));
      balances.push([subnetAccount(netuid), tao + EXISTENTIAL_DEPOSIT]);
    }
    await this.setFree(balances);
    await this.#add(this.#raw.key('SubtensorModule', 'TotalStake'), added);
  }

  /** Stages free balances; issuance follows. */
  async setFree(balances: readonly (readonly [Coldkey, bigint])[]): Promise<void> {
    const keys = balances.map(([who]) => this.#raw.key('System', 'Account', who));
    const before = await this.#values(keys);
    let minted = 0n;
    for (const [index, [, free]] of balances.entries()) {
      const value = before[index] ?? null;
      minted += free - accountOf(value).free;
      this.#set(keys[index] ?? '', withFree(value, free));
    }
    await this.#add(this.#raw.key('Balances', 'TotalIssuance'), minted);
    await this.#add(this.#raw.key('SubtensorModule', 'TotalIssuance'), minted);
  }

  /**
   * Stages positions; what the share pool held before is forgotten, SubnetAlphaOut is set to what it holds now. Positions at
   * `empty` places end.
   */
  setPositions(positions: readonly RawPosition[], empty: readonly Place[] = []): void {
    const nothing = { shares: 0n, otherShares: 0n, alpha: 0n };
    const wanted = [...empty.map((place) => ({ ...place, ...nothing })), ...positions];
    for (const { hotkey, coldkey, netuid, shares, otherShares, alpha } of wanted) {
      const share = (who: Coldkey, amount: bigint): void =>
        this.#set(
          this.#raw.key('SubtensorModule', 'AlphaV2', hotkey, who, netuid),
          amount === 0n ? null : safeFloatHex(amount, SHARE_EXPONENT),
        );
      share(coldkey, shares);
      share(NOBODY, otherShares);
      const total = shares + otherShares;
      this.#set(
        this.#raw.key('SubtensorModule', 'TotalHotkeySharesV2', hotkey, netuid),
        total === 0n ? null : safeFloatHex(total, SHARE_EXPONENT),
      );
      this.#set(this.#raw.key('SubtensorModule', 'TotalHotkeyAlpha', hotkey, netuid), alpha === 0n ? null : u64(alpha));
      this.#setItem('SubnetAlphaOut', netuid, u64(alpha));
      if (alpha === 0n) continue;
      const id = this.#raw.api.createType('AccountId', hotkey).toHex();
      this.#set(this.#raw.key('SubtensorModule', 'StakingHotkeys', coldkey), joined('0x04', id));
    }
  }

  /** Stages sole root positions, rao each; every total of root follows. */
  async setRootStakes(stakes: readonly (readonly [Coldkey, Hotkey, bigint])[]): Promise<void> {
    const pallet = 'SubtensorModule';
    const before = await this.#values(stakes.map(([, hotkey]) => this.#raw.key(pallet, 'TotalHotkeyAlpha', hotkey, 0)));
    let added = 0n;
    for (const [index, [coldkey, hotkey, rao]] of stakes.entries()) {
      added += rao - uintOf(before[index] ?? null);
      const shares = rao === 0n ? null : safeFloatHex(rao, 0n);
      this.#set(this.#raw.key(pallet, 'AlphaV2', hotkey, coldkey, 0), shares);
      this.#set(this.#raw.key(pallet, 'TotalHotkeySharesV2', hotkey, 0), shares);
      this.#set(this.#raw.key(pallet, 'TotalHotkeyAlpha', hotkey, 0), rao === 0n ? null : u64(rao));
    }
    for (const item of ['SubnetTAO', 'SubnetAlphaOut']) await this.#add(this.#raw.key(pallet, item, 0), added);
    await this.#add(this.#raw.key(pallet, 'TotalStake'), added);
    const [account] = await this.#values([this.#raw.key('System', 'Account', subnetAccount(0))]);
    await this.setFree([[subnetAccount(0), accountOf(account ?? null).free + added]]);
  }

  /** Stages one entry of the staking pallet; null removes it. What is a sum elsewhere is the caller's to keep true. */
  put(item: string, args: readonly unknown[], value: string | null): void {
    this.#set(this.#raw.key('SubtensorModule', item, ...args), value);
  }

  /** Writes what is staged at the start of a block that is made at once, before whatever waits in the pool. */
  commit(): void {
    this.#net.control.setStorage(Object.fromEntries(this.#pending));
    this.#pending = new Map();
  }

  #itemKey(item: string, netuid: number): string {
    return this.#raw.key('SubtensorModule', item, netuid);
  }

  #setItem(item: string, netuid: number, value: string): void {
    this.#set(this.#itemKey(item, netuid), value);
  }

  #set(key: string, value: string | null): void {
    this.#pending.set(key, value);
  }

  async #add(key: string, amount: bigint): Promise<void> {
    const [before] = await this.#values([key]);
    this.#set(key, u64(uintOf(before ?? null) + amount));
  }

  /** Staged values first. */
  async #values(keys: readonly string[]): Promise<(string | null)[]> {
    const stored = await this.#raw.read(keys);
    return keys.map((key, index) =>
      this.#pending.has(key) ? (this.#pending.get(key) ?? null) : (stored[index] ?? null),
    );
  }
}
