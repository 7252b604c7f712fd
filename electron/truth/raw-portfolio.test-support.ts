import { addressOf } from '../../shared/domain/address.ts';
import type { Coldkey, Hotkey } from '../../shared/units/index.ts';
import { alphaOf } from './holdings.test-support.ts';
import { accountOf, type Fraction, safeFloat, u64f64, uintAt, uintOf } from './raw-bytes.test-support.ts';
import type { RawChain } from './raw-chain.test-support.ts';

export interface RawValue {
  readonly coldkey: Coldkey;
  readonly hotkey: Hotkey;
  readonly netuid: number;
  readonly alpha: bigint;
  /** Rao per alpha, rounded down. */
  readonly price: bigint;
  /** Rao, rounded down. */
  readonly spotValue: bigint;
}

export interface RawPortfolio {
  readonly balances: readonly { readonly coldkey: Coldkey; readonly free: bigint; readonly reserved: bigint }[];
  readonly positions: readonly RawValue[];
}

const PALLET = 'SubtensorModule';
const TAO = 1_000_000_000n;
const WHOLE = 1_000_000_000_000_000_000n;
/** Pallet and entry hash, in hex digits with 0x. */
const PREFIX = 2 + 64;
/** Hash and account, in hex digits. */
const HASHED_ACCOUNT = 32 + 64;

const accountAt = (key: string, from: number): string => key.slice(from + 32, from + HASHED_ACCOUNT);
const keyBytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));

interface Shares {
  readonly hotkey: string;
  readonly coldkey: string;
  readonly netuid: number;
  readonly share: Fraction;
}

/** Every share of everybody: (hotkey, coldkey, netuid) is read out of the raw keys. The older map counts where both have one. */
async function allShares(raw: RawChain, at: string): Promise<readonly Shares[]> {
  const maps = [
    ['AlphaV2', safeFloat],
    ['Alpha', u64f64],
  ] as const;
  const found = new Map<string, Shares>();
  for (const [item, decode] of maps) {
    for (const [key, value] of await raw.entries(raw.prefix(PALLET, item), at)) {
      const hotkey = accountAt(key, PREFIX);
      const coldkey = accountAt(key, PREFIX + HASHED_ACCOUNT);
      const netuid = Number(uintAt(`0x${key.slice(PREFIX + HASHED_ACCOUNT * 2)}`, 0, 2));
      found.set(key.slice(PREFIX), { hotkey, coldkey, netuid, share: decode(value) });
    }
  }
  return [...found.values()];
}

/** Price by the weighted pool's definition, on exact numbers; 1 on root and where there is no pool. */
async function pricesOf(raw: RawChain, netuids: readonly number[], at: string): Promise<ReadonlyMap<number, bigint>> {
  const values = await raw.read(
    netuids.flatMap((netuid) => [
      raw.key(PALLET, 'SubnetMechanism', netuid),
      raw.key(PALLET, 'SubnetTAO', netuid),
      raw.key(PALLET, 'SubnetAlphaIn', netuid),
      raw.key('Swap', 'SwapBalancer', netuid),
    ]),
    at,
  );
  return new Map(
    netuids.map((netuid, index) => {
      const [mechanism = null, tao = null, alpha = null, balancer = null] = values.slice(index * 4, index * 4 + 4);
      if (netuid === 0 || uintOf(mechanism) !== 1n) return [netuid, TAO];
      const quote = balancer === null ? WHOLE / 2n : uintOf(balancer);
      const bottom = quote * uintOf(alpha);
      return [netuid, bottom === 0n ? 0n : ((WHOLE - quote) * uintOf(tao) * TAO) / bottom];
    }),
  );
}

/** What accounts own, from nothing but raw storage and exact arithmetic, at one block. */
export async function rawPortfolio(raw: RawChain, coldkeys: readonly Coldkey[], at: string): Promise<RawPortfolio> {
  const accounts = await raw.read(
    coldkeys.map((who) => raw.key('System', 'Account', who)),
    at,
  );
  const balances = accounts.map(accountOf);
  const own = new Set<string>(coldkeys);
  const shares = (await allShares(raw, at)).map((one) => ({
    ...one,
    coldkey: addressOf<Coldkey>(keyBytes(one.coldkey)),
    hotkey: addressOf<Hotkey>(keyBytes(one.hotkey)),
  }));
  const mine = shares.filter(({ coldkey }) => own.has(coldkey));
  const [prices, pools] = await Promise.all([
    pricesOf(raw, [...new Set(mine.map(({ netuid }) => netuid))], at),
    raw.read(
      mine.flatMap(({ hotkey, netuid }) => [
        raw.key(PALLET, 'TotalHotkeyShares', hotkey, netuid),
        raw.key(PALLET, 'TotalHotkeySharesV2', hotkey, netuid),
        raw.key(PALLET, 'TotalHotkeyAlpha', hotkey, netuid),
      ]),
      at,
    ),
  ]);
  const positions: RawValue[] = [];
  for (const [index, { hotkey, coldkey, netuid, share }] of mine.entries()) {
    const [old = null, current = null, pool = null] = pools.slice(index * 3, index * 3 + 3);
    const total = old !== null ? u64f64(old) : safeFloat(current ?? `0x${'00'.repeat(24)}`);
    const alpha = alphaOf(share, total, uintOf(pool));
    const price = prices.get(netuid) ?? 0n;
    if (alpha > 0n) positions.push({ coldkey, hotkey, netuid, alpha, price, spotValue: (alpha * price) / TAO });
  }
  return {
    balances: coldkeys.map((coldkey, index) => ({
      coldkey,
      free: balances[index]?.free ?? 0n,
      reserved: balances[index]?.reserved ?? 0n,
    })),
    positions,
  };
}
