import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../shared/errors/index.ts';
import { toRao } from '../../shared/units/index.ts';
import {
  COLDKEY,
  codeOf,
  createWorld,
  FRIEND,
  PASSWORD,
  settle,
  TAO,
  type World,
} from './testing/setup.test-support.ts';

let world: World;
beforeEach(() => {
  world = createWorld();
  world.transactions.resume();
});
afterEach(() => world.dispose());

const send = (amount = 12n * TAO) =>
  ({ kind: 'transfer.keepAlive', coldkey: COLDKEY, to: FRIEND, amount: toRao(amount) }) as const;

/** Reviews, reads, approves. */
async function carryOut(intent = send()): Promise<string> {
  const review = await world.transactions.review(intent);
  world.read();
  const { txId } = await world.transactions.approve({ ...review, password: PASSWORD });
  await settle();
  return txId;
}
const stateOf = (txId: string): [string, boolean] | undefined => {
  const entry = world.entries().find((one) => one.txId === txId);
  return entry && [entry.state, entry.final];
};

describe('a review', () => {
  test('shows the call read back from the bytes, every balance before and after, and when it ends', async () => {
    const review = await world.transactions.review(send());
    expect(review.call).toEqual({
      pallet: 'Balances',
      call: 'transfer_keep_alive',
      args: [
        { name: 'dest', type: 'string', value: FRIEND },
        { name: 'value', type: 'bigint', value: '12000000000' },
      ],
    });
    expect(review.effects.map(({ subject, before, after, exact }) => ({ subject, before, after, exact }))).toEqual([
      { subject: 'free_balance', before: 100n * TAO, after: 88n * TAO - 135_261n, exact: true },
      { subject: 'recipient_balance', before: TAO, after: 13n * TAO, exact: true },
    ]);
    expect(review.expiresAtBlock).toBe(world.chain.best.blockNumber + 63);
    expect(review.expiresAtMs - world.clock.wallMs).toBe(63 * 12_000);
    expect(review.approvableAtMs - world.clock.wallMs).toBe(1500);
    expect(review.warnings.map(({ code }) => code)).toEqual(['recipient_first_time', 'recipient_is_hotkey']);
    expect(review.risk).toBe('careful');
  });

  test.each([
    ['another recipient', { dest: COLDKEY }, 'dest'],
    ['another amount', { value: 99n * TAO }, 'value'],
    ['an argument more', { extra: 1n }, 'arguments'],
  ])('is refused when the bytes say %s', async (_what, args, field) => {
    world.chain.bendCall = (call) => ({ ...call, args: { ...call.args, ...args } });
    const error = await world.transactions.review(send()).catch((caught: unknown) => caught);
    expect(AppError.find(error)?.toShape()).toEqual({ code: 'tx.review_mismatch', facts: { field } });
  });

  test.each([
    ['call', { call: { pallet: 'Balances', call: 'transfer_allow_death', args: [] } }],
    ['era', { era: 'immortal' as const }],
    ['era', { era: { period: 2048, phase: 0 } }],
    ['nonce', { nonce: 7 }],
    ['tip', { tip: toRao(1n) }],
    ['genesisHash', { genesisHash: `0x${'00'.repeat(32)}` }],
    ['specVersion', { specVersion: 1 }],
    ['birthHash', { birthHash: `0x${'00'.repeat(32)}` }],
  ])('is refused when the payload is bound to another %s', async (field, change) => {
    world.chain.bendPayload = (decoded) => ({ ...decoded, ...change });
    const error = await world.transactions.review(send()).catch((caught: unknown) => caught);
    expect(AppError.find(error)?.toShape()).toEqual({ code: 'tx.review_mismatch', facts: { field } });
  });

  test('of more than the account holds stops with the obstacle, and nothing is signed', async () => {
    expect(await codeOf(world.transactions.review(send(200n * TAO)))).toBe('tx.insufficient_balance');
    expect(world.signed.count).toBe(0);
  });

  test('keeps at most a few open, and a forgotten one cannot be approved', async () => {
    const first = await world.transactions.review(send());
    for (let i = 0; i < 32; i += 1) await world.transactions.review(send());
    world.read();
    expect(await codeOf(world.transactions.approve({ ...first, password: PASSWORD }))).toBe('tx.approval_void');
  });
});

describe('an approval', () => {
  test('twenty at once sign and send once', async () => {
    const review = await world.transactions.review(send());
    world.read();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => world.transactions.approve({ ...review, password: PASSWORD })),
    );
    await settle();
    expect(new Set(answers.map(({ txId }) => txId)).size).toBe(1);
    expect((await world.transactions.approve({ ...review, password: PASSWORD })).txId).toBe(answers[0]?.txId);
    expect(world.signed.count).toBe(1);
    expect(world.chain.submitted).toHaveLength(1);
  });

  test('before the time to read has passed is refused, and counts afterwards', async () => {
    const review = await world.transactions.review(send());
    world.clock.wallMs += 3_600_000; // the wall clock may jump; only the monotonic one counts
    expect(await codeOf(world.transactions.approve({ ...review, password: PASSWORD }))).toBe('tx.too_early');
    world.read();
    expect(await codeOf(world.transactions.approve({ ...review, password: PASSWORD }))).toBeUndefined();
  });

  test('with a wrong password leaves the review good and nothing in the journal', async () => {
    const review = await world.transactions.review(send());
    world.read();
    expect(await codeOf(world.transactions.approve({ ...review, password: 'wrong' }))).toBe('vault.wrong_password');
    expect(world.entries()).toEqual([]);
    expect(await codeOf(world.transactions.approve({ ...review, password: PASSWORD }))).toBeUndefined();
  });

  test.each<[string, string, (w: World) => void]>([
    ['tx.fee_changed', 'the fee rose by more than a tenth', ({ chain }) => (chain.fee = toRao(148_788n))],
    ['tx.nonce_changed', 'the nonce is used up', ({ chain }) => (chain.nonce += 1)],
    ['tx.spec_changed', 'the chain was upgraded', ({ chain }) => (chain.runtimeNow.specVersion += 1)],
    ['tx.plan_expired', 'its last block has passed', ({ chain }) => chain.mine(63)],
  ])('is void with %s when %s', async (code, _what, change) => {
    const review = await world.transactions.review(send());
    world.read();
    change(world);
    expect(await codeOf(world.transactions.approve({ ...review, password: PASSWORD }))).toBe(code);
    expect(await codeOf(world.transactions.approve({ ...review, password: PASSWORD }))).toBe('tx.approval_void');
    expect(world.signed.count).toBe(0);
  });

  test('holds while the fee rises by a tenth at most and the last block is still to come', async () => {
    const review = await world.transactions.review(send());
    world.read();
    world.chain.fee = toRao(148_787n);
    world.chain.mine(62);
    expect(await codeOf(world.transactions.approve({ ...review, password: PASSWORD }))).toBeUndefined();
  });

  test('names another payload than the reviewed one and is void', async () => {
    const review = await world.transactions.review(send());
    world.read();
    const payloadHash = `0x${'00'.repeat(32)}`;
    expect(await codeOf(world.transactions.approve({ ...review, payloadHash, password: PASSWORD }))).toBe(
      'tx.approval_void',
    );
  });

  test('is void when the chain is upgraded while the signature is made', async () => {
    const review = await world.transactions.review(send());
    world.read();
    const approval = world.transactions.approve({ ...review, password: PASSWORD });
    await Promise.resolve();
    world.chain.runtimeNow.specVersion += 1;
    expect(await codeOf(approval)).toBe('tx.spec_changed');
    expect(world.entries()).toEqual([]);
  });

  test('of a second open review of the account is void once the first was sent', async () => {
    const [one, two] = [await world.transactions.review(send()), await world.transactions.review(send(TAO))];
    world.read();
    const both = [one, two].map((review) => codeOf(world.transactions.approve({ ...review, password: PASSWORD })));
    expect(await Promise.all(both)).toEqual([undefined, 'tx.nonce_changed']);
    expect(world.chain.submitted).toHaveLength(1);
  });

  test('a review after a sent transaction takes the next nonce even where the node does not count it yet', async () => {
    await carryOut();
    world.chain.nonce = 0;
    expect((await world.transactions.review(send())).nonce).toBe(1);
  });
});

describe('a sent transaction', () => {
  test('is in the journal, signed, before the first byte is sent', async () => {
    let seen: unknown;
    world.chain.onSubmit = () => {
      const [entry] = world.store.journal.list();
      seen = entry && [entry.state, entry.hash, entry.sendStartedMs !== undefined];
      return Promise.resolve();
    };
    await carryOut();
    expect(seen).toEqual(['signed', world.chain.submitted[0]?.hash, true]);
  });

  test('goes through its states to finality, and then stays', async () => {
    const txId = await carryOut();
    const told: string[] = [];
    const stop = world.transactions.watch(txId)({ next: ({ state }) => told.push(state), fail: () => undefined });
    const block = world.chain.include(world.chain.submitted[0]?.hash ?? '', {
      events: [{ pallet: 'Balances', name: 'Transfer', fields: fieldsOf(COLDKEY, FRIEND, 12n * TAO) }],
    });
    await settle();
    expect(stateOf(txId)).toEqual(['in_block', false]);
    world.chain.finalize();
    await settle();
    stop();
    expect(told).toEqual(['sent', 'in_block', 'finalized']);
    const [entry] = world.entries();
    expect(entry).toMatchObject({
      state: 'finalized',
      final: true,
      block,
      fee: 135_261n,
      moved: [{ way: 'sent', asset: { kind: 'tao' }, amount: 12n * TAO }],
    });
    world.chain.reorg(3);
    await settle();
    expect(stateOf(txId)).toEqual(['finalized', true]);
  });

  test('in a block that forks away is only sent again, and found where it lands', async () => {
    const txId = await carryOut();
    const hash = world.chain.submitted[0]?.hash ?? '';
    world.chain.include(hash);
    await settle();
    world.chain.reorg(1);
    await settle();
    expect(stateOf(txId)).toEqual(['sent', false]);
    expect(world.entries()[0]).not.toHaveProperty('block');
    world.chain.include(hash);
    world.chain.finalize();
    await settle();
    expect(stateOf(txId)).toEqual(['finalized', true]);
  });

  test('that the runtime failed says why and what it cost, and is final only with its block', async () => {
    const txId = await carryOut();
    world.chain.include(world.chain.submitted[0]?.hash ?? '', { error: 'Token.FundsUnavailable' });
    await settle();
    expect(stateOf(txId)).toEqual(['failed', false]);
    world.chain.finalize();
    await settle();
    expect(stateOf(txId)).toEqual(['failed', true]);
    expect(world.entries()[0]?.error).toEqual({
      code: 'tx.dispatch_failed',
      facts: { error: 'Token.FundsUnavailable', fee: '135261' },
    });
  });

  test('that the pool refused is failed for good, and nothing was paid', async () => {
    world.chain.onSubmit = () => Promise.reject(new AppError('tx.pool_rejected', { rpcCode: 1010 }));
    const txId = await carryOut();
    expect(stateOf(txId)).toEqual(['failed', true]);
    expect(world.entries()[0]).not.toHaveProperty('fee');
  });

  test('that the pool refused when its last block had passed is told as too late, whatever the node calls it', async () => {
    world.chain.onSubmit = async () => {
      await Promise.resolve();
      world.chain.mine(64);
      throw new AppError('tx.pool_rejected', { reason: 'bad proof' });
    };
    const txId = await carryOut();
    expect(stateOf(txId)).toEqual(['failed', true]);
    expect(world.entries()[0]?.error).toEqual({ code: 'tx.expired', facts: {} });
  });

  test('whose sending broke off is unknown until the chain shows it', async () => {
    world.chain.onSubmit = () => Promise.reject(new AppError('chain.timeout'));
    const txId = await carryOut();
    expect(stateOf(txId)).toEqual(['unknown', false]);
    world.chain.include(world.chain.submitted[0]?.hash ?? '');
    world.chain.finalize();
    await settle();
    expect(stateOf(txId)).toEqual(['finalized', true]);
  });

  test('expires only when the finalized chain has passed its last block without it', async () => {
    const txId = await carryOut();
    const death = world.entries()[0]?.expiresAtBlock ?? 0;
    world.chain.mine(death - world.chain.best.blockNumber + 1);
    world.chain.finalize(death);
    await settle();
    expect(stateOf(txId)).toEqual(['sent', false]);
    world.chain.finalize(death + 1);
    await settle();
    expect(stateOf(txId)).toEqual(['expired', true]);
    expect(world.entries()[0]?.error).toEqual({ code: 'tx.expired', facts: { neverSent: false } });
    expect(world.chain.submitted).toHaveLength(1);
  });

  test('whose blocks cannot be read after its end is unknown, not expired', async () => {
    const txId = await carryOut();
    world.chain.onFind = () => {
      throw new AppError('chain.rpc_failed');
    };
    world.chain.mine(80);
    await settle();
    expect(stateOf(txId)).toEqual(['unknown', false]);
  });
});

describe('after a restart', () => {
  test('what was sent is followed on, without another signature or submission', async () => {
    const txId = await carryOut();
    world.restart();
    world.chain.include(world.chain.submitted[0]?.hash ?? '');
    world.chain.finalize();
    world.transactions.resume();
    await settle();
    expect(stateOf(txId)).toEqual(['finalized', true]);
    expect([world.signed.count, world.chain.submitted.length]).toEqual([1, 1]);
  });

  test('what was being sent is unknown, until it is found', async () => {
    world.chain.onSubmit = () => new Promise(() => undefined); // the app is killed before the node answers
    const txId = await carryOut();
    const hash = world.chain.submitted[0]?.hash ?? '';
    const left = createWorldOver(world);
    left.resume();
    await settle();
    expect(stateOf(txId)).toEqual(['unknown', false]);
    world.chain.include(hash);
    world.chain.finalize();
    await settle();
    expect(stateOf(txId)).toEqual(['finalized', true]);
  });

  test('what was never sent stays signed, expires as never sent, and leaves its nonce to the next', async () => {
    const txId = await carryOut();
    const record = world.store.journal.get(txId);
    if (record === undefined) throw new Error('no record');
    const { sendStartedMs: _never, ...signed } = {
      ...record,
      txId: 'killed-0001',
      hash: `0x${'77'.repeat(32)}`,
      nonce: 1,
    };
    world.store.journal.insert({ ...signed, state: 'signed' });
    world.transactions.resume();
    await settle();
    expect(stateOf('killed-0001')).toEqual(['signed', false]);
    expect((await world.transactions.review(send(TAO))).nonce).toBe(1);
    world.chain.mine(80);
    await settle();
    expect(world.entries().find((one) => one.txId === 'killed-0001')).toMatchObject({
      state: 'expired',
      error: { code: 'tx.expired', facts: { neverSent: true } },
    });
  });

  test('what belongs to another network is left alone', async () => {
    const txId = await carryOut();
    world.chain.runtimeNow.genesisHash = `0x${'44'.repeat(32)}`;
    world.chain.mine(80);
    await settle();
    expect(stateOf(txId)).toEqual(['sent', false]);
  });
});

test('a transaction nobody knows is not watched but reported missing', () => {
  let failure: unknown;
  world.transactions.watch('nobody-0001')({ next: () => undefined, fail: (error) => (failure = error) });
  expect(AppError.find(failure)?.code).toBe('api.not_found');
});

test('quotes come now and with each block, carry obstacles and errors, and stop when nobody listens', async () => {
  const quotes: string[] = [];
  const stop = world.transactions.watchQuote(send(200n * TAO))({
    next: (quoted) =>
      quotes.push('quote' in quoted ? (quoted.quote.obstacles[0]?.error.code ?? 'fine') : quoted.error.code),
    fail: () => undefined,
  });
  await settle();
  world.chain.accounts.set(COLDKEY, { free: toRao(500n * TAO) });
  world.chain.mine();
  await settle();
  world.chain.online = false;
  world.chain.mine();
  await settle();
  stop();
  const listeners = world.chain.listeners;
  world.chain.mine();
  await settle();
  expect(quotes).toEqual(['tx.insufficient_balance', 'fine', 'chain.offline']);
  expect(listeners).toBe(1); // the tracker's
});

const fieldsOf = (...values: unknown[]) => values.map((value, at) => ({ name: String(at), type: '', value }));

function createWorldOver(before: World) {
  before.restart();
  return before.transactions;
}
