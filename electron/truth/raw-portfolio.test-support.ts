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

export interface RawTotals {
  readonly free: bigint;
  readonly reserved: bigint;
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
async function priceOf(raw: RawChain, netuid: number, at: string): Promise<bigint> {
  const [mechanism = null, tao = null, alpha = null, balancer = null] = await raw.read(
    [
      raw.key(PALLET, 'SubnetMechanism', netuid),
      raw.key(PALLET, 'SubnetTAO', netuid),
      raw.key(PALLET, 'SubnetAlphaIn', netuid),
      raw.key('Swap', 'SwapBalancer', netuid),
    ],
    at,
  );
  if (netuid === 0 || uintOf(mechanism) !== 1n) return TAO;
  const quote = balancer === null ? WHOLE / 2n : uintOf(balancer);
  const bottom = quote * uintOf(alpha);
  return bottom === 0n ? 0n : ((WHOLE - quote) * uintOf(tao) * TAO) / bottom;
}

/** What accounts own, from nothing but raw storage and exact arithmetic, at one block. */
export async function rawPortfolio(raw: RawChain, coldkeys: readonly Coldkey[], at: string): Promise<RawTotals> {
  const accounts = await raw.read(
    coldkeys.map((who) => raw.key('System', 'Account', who)),
    at,
  );
  const balances = accounts.map(accountOf);
  const own = new Set<string>(coldkeys);
  const positions: RawValue[] = [];
  for (const { hotkey, coldkey, netuid, share } of await allShares(raw, at)) {
    const owner = addressOf<Coldkey>(keyBytes(coldkey));
    if (!own.has(owner)) continue;
    const validator = addressOf<Hotkey>(keyBytes(hotkey));
    const [old = null, current = null, total = null] = await raw.read(
      [
        raw.key(PALLET, 'TotalHotkeyShares', validator, netuid),
        raw.key(PALLET, 'TotalHotkeySharesV2', validator, netuid),
        raw.key(PALLET, 'TotalHotkeyAlpha', validator, netuid),
      ],
      at,
    );
    const shares = old !== null ? u64f64(old) : safeFloat(current ?? `0x${'00'.repeat(24)}`);
    const alpha = alphaOf(share, shares, uintOf(total));
    if (alpha === 0n) continue;
    const price = await priceOf(raw, netuid, at);
    positions.push({ coldkey: owner, hotkey: validator, netuid, alpha, price, spotValue: (alpha * price) / TAO });
  }
  const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, one) => all + one, 0n);
  return {
    free: sum(balances.map(({ free }) => free)),
    reserved: sum(balances.map(({ reserved }) => reserved)),
    positions,
  };
}
