import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Intent, JournalEntry, Review } from '../../shared/contract/index.ts';
import { type Hotkey, ROOT_NETUID, toAlphaRao, toNetuid, toPpm, toRao } from '../../shared/units/index.ts';
import { until } from '../support/api.ts';
import { PASSWORD, type RealApp, startRealApp } from '../support/real-app.ts';
import { hasReference } from '../support/reference.ts';
import { approveAndFollow } from '../support/send.ts';
import { truePositions } from '../support/stake-info-218.ts';
import type { TruePosition } from '../support/truth.ts';

/** Development accounts that the override below gives an owner. */
const DAVE = '5DAAnrj7VHTznn2AWBemMuyBwZWs6FNFjdyVXUeYum3PTXFy' as Hotkey;
const FERDIE = '5CiPPseXPECbkjWCa6MnjNokrgYjMqmKndv2rSnekmSK2DjL' as Hotkey;
const SUBNET = toNetuid(1);
const TAO = 1_000_000_000n;

describe.skipIf(!hasReference())('delegation on the real spec-218 runtime', () => {
  let app: RealApp;

  beforeAll(async () => {
    app = await startRealApp();
    await app.setStorage({
      System: { Account: [[[app.coldkey], { providers: 1, data: { free: (1000n * TAO).toString() } }]] },
      SubtensorModule: {
        Owner: [
          [[DAVE], app.coldkey],
          [[FERDIE], app.coldkey],
        ],
        SubnetMechanism: [[[SUBNET], 1]],
        SubnetTAO: [[[SUBNET], (1000n * TAO).toString()]],
        SubnetAlphaIn: [[[SUBNET], (10_000n * TAO).toString()]],
      },
    });
    await until(await app.session.api.portfolio.watch(), ({ totals }) => totals.free > 0n);
  });

  afterAll(() => app.stop());

  /** Review and transaction; it must end well. */
  async function carryOut(intent: Intent): Promise<{ review: Review; done: JournalEntry }> {
    const { api } = app.session;
    const review = await api.transactions.review({ intent });
    const done = await approveAndFollow(api, review, PASSWORD);
    expect(done.error).toBeUndefined();
    expect(done.state).toBe('finalized');
    return { review, done };
  }

  /** Positions as the app shows them, once they are those that the chain tells a foreign client. */
  async function positions(): Promise<TruePosition[]> {
    const truth = await truePositions(app.chain, app.coldkey);
    const shown = ({ positions: list }: { positions: readonly TruePosition[] }): TruePosition[] =>
      list
        .map(({ hotkey, netuid, alpha }) => ({ hotkey, netuid, alpha }))
        .sort((a, b) => a.netuid - b.netuid || (a.hotkey < b.hotkey ? -1 : 1));
    const wanted = JSON.stringify(truth, (_key, value: unknown) => String(value));
    const seen = await until(
      await app.session.api.portfolio.watch(),
      (next) => JSON.stringify(shown(next), (_key, value: unknown) => String(value)) === wanted,
    );
    expect(shown(seen)).toEqual(truth);
    return truth;
  }

  /** This old runtime keeps shares as whole numbers: every step may lose some base units of alpha to rounding. */
  function expectNear(found: readonly TruePosition[], wanted: readonly TruePosition[]): void {
    expect(found.map(({ hotkey, netuid }) => ({ hotkey, netuid }))).toEqual(
      wanted.map(({ hotkey, netuid }) => ({ hotkey, netuid })),
    );
    for (const [at, { alpha }] of found.entries()) {
      const missing = (wanted[at]?.alpha ?? 0n) - alpha;
      expect(missing >= 0n && missing < 100n, `${missing} base units are missing`).toBe(true);
    }
  }

  const codes = ({ warnings }: Review): string[] => warnings.map(({ code }) => code);
  const add = (hotkey: Hotkey, netuid: number, amount: bigint): Intent => ({
    kind: 'stake.add',
    coldkey: app.coldkey,
    hotkey,
    netuid: toNetuid(netuid),
    amount: toRao(amount),
    tolerance: toPpm(5000),
    allowPartial: false,
  });
  const remove = (hotkey: Hotkey, netuid: number, amount: bigint | 'all'): Intent => ({
    kind: 'stake.remove',
    coldkey: app.coldkey,
    hotkey,
    netuid: toNetuid(netuid),
    amount: toAlphaRao(amount === 'all' ? 0n : amount),
    all: amount === 'all',
    tolerance: toPpm(5000),
    allowPartial: false,
  });
  const move = (netuid: number, amount: bigint | 'all'): Intent => ({
    kind: 'stake.move',
    coldkey: app.coldkey,
    hotkey: DAVE,
    netuid: toNetuid(netuid),
    toHotkey: FERDIE,
    toNetuid: toNetuid(netuid),
    amount: toAlphaRao(amount === 'all' ? 0n : amount),
    all: amount === 'all',
    tolerance: toPpm(5000),
  });

  test('on root: add, move a part to another validator, take out a part and the whole', async () => {
    await carryOut(add(DAVE, ROOT_NETUID, 10n * TAO));
    expect(await positions()).toEqual([{ hotkey: DAVE, netuid: 0, alpha: 10n * TAO }]);
    const { review } = await carryOut(move(ROOT_NETUID, 4n * TAO));
    // Root is one to one: there is no price that could need a limit.
    expect(codes(review)).not.toContain('no_price_limit');
    expectNear(await positions(), [
      { hotkey: FERDIE, netuid: 0, alpha: 4n * TAO },
      { hotkey: DAVE, netuid: 0, alpha: 6n * TAO },
    ]);
    await carryOut(remove(DAVE, ROOT_NETUID, 1n * TAO));
    await carryOut(remove(FERDIE, ROOT_NETUID, 'all'));
    expectNear(await positions(), [{ hotkey: DAVE, netuid: 0, alpha: 5n * TAO }]);
  });

  test('on a subnet: the same, with the honest word that this runtime knows no price limit', async () => {
    const { review, done } = await carryOut(add(DAVE, SUBNET, 10n * TAO));
    expect(codes(review)).toContain('no_price_limit');
    expect(review.quote.limitPrice).toBeUndefined();
    expect(review.quote.receiveAtLeast?.amount ?? 0n).toBe(0n);
    const bought = (await positions()).find(({ netuid }) => netuid === SUBNET);
    expect(bought?.hotkey).toBe(DAVE);
    expect(done.moved.map(({ way, amount }) => ({ way, amount }))).toEqual([
      { way: 'received', amount: bought?.alpha },
    ]);

    const half = (bought?.alpha ?? 0n) / 2n;
    await carryOut(move(SUBNET, half));
    expectNear(
      (await positions()).filter(({ netuid }) => netuid === SUBNET),
      [
        { hotkey: FERDIE, netuid: 1, alpha: half },
        { hotkey: DAVE, netuid: 1, alpha: (bought?.alpha ?? 0n) - half },
      ],
    );
    const sold = await carryOut(remove(DAVE, SUBNET, half / 2n));
    expect(codes(sold.review)).toContain('no_price_limit');
    await carryOut(remove(DAVE, SUBNET, 'all'));
    await carryOut(remove(FERDIE, SUBNET, 'all'));
    // Without a full exit the same rounding may leave some base units behind.
    expect((await positions()).filter(({ netuid, alpha }) => netuid === SUBNET && alpha >= 100n)).toEqual([]);
  });
});
