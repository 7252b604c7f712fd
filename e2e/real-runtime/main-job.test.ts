import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseAddress } from '../../shared/domain/address.ts';
import { type Hotkey, ROOT_NETUID, toAlphaRao, toPpm, toRao } from '../../shared/units/index.ts';
import { until } from '../support/api.ts';
import { PASSWORD, type RealApp, startRealApp } from '../support/real-app.ts';
import { hasReference } from '../support/reference.ts';
import { carryOut } from '../support/send.ts';

/** //Dave, a senate member's hotkey in this chain spec; the override below gives it an owner. */
const DAVE = '5DAAnrj7VHTznn2AWBemMuyBwZWs6FNFjdyVXUeYum3PTXFy' as Hotkey;
const TAO = 1_000_000_000n;

function publicKeyHex(address: string): string {
  const parsed = parseAddress(address);
  if (!parsed.ok) throw new Error(`not an address: ${address}`);
  return `0x${Buffer.from(parsed.publicKey).toString('hex')}`;
}

describe.skipIf(!hasReference())('the main job on the real spec-218 runtime', () => {
  let app: RealApp;
  let chain: RealApp['chain'];
  let session: RealApp['session'];
  let coldkey: RealApp['coldkey'];

  beforeAll(async () => {
    app = await startRealApp();
    ({ chain, session, coldkey } = app);
    await app.setStorage({
      System: { Account: [[[coldkey], { providers: 1, data: { free: (1000n * TAO).toString() } }]] },
      SubtensorModule: { Owner: [[[DAVE], coldkey]] },
    });
  });

  afterAll(() => app.stop());

  const balanceWhere = async (wanted: (free: bigint) => boolean): Promise<bigint> => {
    const portfolio = await until(await session.api.portfolio.watch(), (next) => wanted(next.balances[0]?.free ?? 0n));
    return portfolio.balances[0]?.free ?? 0n;
  };

  test('it shows the funded balance', async () => {
    expect(await balanceWhere((free) => free > 0n)).toBe(1000n * TAO);
  });

  test('a transfer arrives, final, and costs exactly the amount and the fee', async () => {
    const to = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty' as typeof coldkey;
    const sent = await carryOut(
      session.api,
      { kind: 'transfer.keepAlive', coldkey, to, amount: toRao(12_500_000_000n) },
      PASSWORD,
    );
    expect(sent.state).toBe('finalized');
    const fee = sent.fee ?? 0n;
    expect(fee).toBeGreaterThan(0n);
    expect(await balanceWhere((free) => free < 1000n * TAO)).toBe(1000n * TAO - 12_500_000_000n - fee);
    const onChain = await chain.rpc('state_getStorage', [await accountKey(publicKeyHex(to))]);
    expect(freeOf(onChain)).toBe(12_500_000_000n);
  });

  test('stake on root is a position of the same amount, and unstaking gives it back', async () => {
    const before = await balanceWhere(() => true);
    const amount = toRao(10n * TAO);
    const staked = await carryOut(
      session.api,
      {
        kind: 'stake.add',
        coldkey,
        hotkey: DAVE,
        netuid: ROOT_NETUID,
        amount,
        tolerance: toPpm(5000),
        allowPartial: false,
      },
      PASSWORD,
    );
    expect(staked.state).toBe('finalized');
    const held = await until(await session.api.portfolio.watch(), (next) => next.positions.length > 0);
    expect(held.positions.map(({ netuid, hotkey, alpha }) => ({ netuid, hotkey, alpha }))).toEqual([
      { netuid: 0, hotkey: DAVE, alpha: 10n * TAO },
    ]);
    expect(held.balances[0]?.free).toBe(before - amount - (staked.fee ?? 0n));

    const removed = await carryOut(
      session.api,
      {
        kind: 'stake.remove',
        coldkey,
        hotkey: DAVE,
        netuid: ROOT_NETUID,
        amount: toAlphaRao(0n),
        all: true,
        tolerance: toPpm(5000),
        allowPartial: false,
      },
      PASSWORD,
    );
    expect(removed.state).toBe('finalized');
    const left = await until(await session.api.portfolio.watch(), (next) => next.positions.length === 0);
    expect(left.balances[0]?.free).toBe(before - (staked.fee ?? 0n) - (removed.fee ?? 0n));
  });

  test('the metadata it works with is the runtime’s own', async () => {
    const heartbeat = await until(await session.api.app.heartbeat(), (beat) => beat.specVersion !== undefined);
    expect(heartbeat.specVersion).toBe(218);
  });
});

/** System.Account's key: twox128(pallet) ++ twox128(item) ++ blake2_128_concat(account). */
async function accountKey(publicKey: string): Promise<string> {
  const { blake2AsHex, xxhashAsHex } = await import('@polkadot/util-crypto');
  const hash = blake2AsHex(publicKey, 128);
  return `${xxhashAsHex('System', 128)}${xxhashAsHex('Account', 128).slice(2)}${hash.slice(2)}${publicKey.slice(2)}`;
}

/** The free balance in AccountInfo: after nonce, consumers, providers and sufficients (u32 each), a little-endian u64. */
function freeOf(encoded: unknown): bigint {
  return Buffer.from(String(encoded).slice(2), 'hex').readBigUInt64LE(16);
}
