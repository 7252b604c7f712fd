import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Simnet, startSimnet } from '../../index.ts';
import { openNet, type RpcClient, transferTo } from '../../node/rpc-client.test-support.ts';
import { Faults } from './faults.ts';

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY';
const ALICE_ACCOUNT =
  '0x26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371da9de1e86a9a8c739864cf3cc5ec2bea59fd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d';

describe('a node that misbehaves', () => {
  let net: Simnet;
  let client: RpcClient;

  beforeEach(async () => {
    net = await startSimnet({ scenario: 'demo', manual: true });
    client = await openNet(net);
    net.control.mine();
  });
  afterEach(async () => {
    client.close();
    await net.stop();
  });

  const freeOfAlice = async (): Promise<bigint> =>
    Buffer.from((await client.call<string>('state_getStorage', ALICE_ACCOUNT)).slice(2), 'hex').readBigUInt64LE(16);

  it('lies about a nonce, a balance and a genesis only while told to', async () => {
    const honest = { free: await freeOfAlice(), genesis: await client.call('chain_getBlockHash', 0) };
    net.faults.set({ lies: ['nonce', 'balance', 'genesis', 'properties'] });
    expect(await client.call('system_accountNextIndex', ALICE)).toBe(1000);
    expect(await freeOfAlice()).not.toBe(honest.free);
    expect(await client.call('chain_getBlockHash', 0)).not.toBe(honest.genesis);
    expect(await client.call('system_properties')).toMatchObject({ tokenDecimals: 18 });
    const told = await client.subscribe('state_subscribeStorage', [ALICE_ACCOUNT]);
    const [first] = told.all as { changes: [string, string][] }[];
    expect(first?.changes[0]?.[1]).toBe(await client.call('state_getStorage', ALICE_ACCOUNT));
    net.faults.clear();
    expect(await client.call('system_accountNextIndex', ALICE)).toBe(0);
    expect(await freeOfAlice()).toBe(honest.free);
    expect(await client.call('chain_getBlockHash', 0)).toBe(honest.genesis);
  });

  it('lies about a fee', async () => {
    const extrinsic = await transferTo(client);
    expect(
      Number((await client.call<{ partialFee: string }>('payment_queryInfo', extrinsic)).partialFee),
    ).toBeGreaterThan(0);
    net.faults.set({ lies: ['fee'] });
    expect(await client.call('payment_queryInfo', extrinsic)).toMatchObject({ partialFee: '0' });
  });

  it('alters metadata so that it still has its length', async () => {
    const honest = await client.call<string>('state_getMetadata');
    net.faults.set({ lies: ['metadata'] });
    const altered = await client.call<string>('state_getMetadata');
    expect(altered).not.toBe(honest);
    expect(altered).toHaveLength(honest.length);
  });

  it('cuts SCALE replies, bloats frames and writes texts of its own', async () => {
    const honest = await client.call<string>('state_getStorage', ALICE_ACCOUNT);
    net.faults.set({ malformedScale: ['state_getStorage'] });
    expect((await client.call<string>('state_getStorage', ALICE_ACCOUNT)).length).toBeLessThan(honest.length);
    net.faults.set({ hugeFrame: { methods: ['state_getStorage'], bytes: 3_000_000 } });
    expect((await client.call<string>('state_getStorage', ALICE_ACCOUNT)).length).toBeGreaterThan(3_000_000);
    net.faults.set({ hostileText: { methods: ['system_chain'], text: '<img src=x>\u202e', code: 1010 } });
    expect(await client.failure('system_chain')).toMatchObject({ code: 1010, message: '<img src=x>\u202e' });
    expect(await client.call('system_name')).toBe('soma-simnet');
  });

  it('accepts and never answers, then answers again', async () => {
    net.faults.set({ stall: true });
    let answered = false;
    void client.call('system_chain').then(() => {
      answered = true;
    });
    const other = await openNet(net);
    await new Promise((waited) => setTimeout(waited, 50));
    expect(answered).toBe(false);
    net.faults.clear();
    expect(await other.call('system_chain')).toBe('Soma practice');
    other.close();
  });

  it('cuts connections and refuses new ones', async () => {
    const other = await openNet(net);
    net.faults.disconnect(1);
    await new Promise((waited) => setTimeout(waited, 50));
    expect(client.isOpen).toBe(false);
    expect(await other.call('system_chain')).toBe('Soma practice');
    net.faults.set({ refuse: true });
    await expect(openNet(net)).rejects.toThrow();
    net.faults.clear();
    client = await openNet(net);
    other.close();
  });

  it('fails calls in the block with the error it was given, and keeps the fee', async () => {
    net.faults.set({ failDispatch: { pallet: 'Balances', error: 'InsufficientBalance' } });
    const before = await freeOfAlice();
    const amount = 5_000_000_000n;
    await client.call('author_submitExtrinsic', await transferTo(client, { amount }));
    net.control.mine();
    const paid = before - (await freeOfAlice());
    expect(paid).toBeGreaterThan(0n);
    expect(paid).toBeLessThan(amount);
    net.faults.clear();
    await client.call('author_submitExtrinsic', await transferTo(client, { amount, nonce: 1 }));
    net.control.mine();
    expect(before - (await freeOfAlice())).toBeGreaterThan(amount);
  });
});

describe('a slow line', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('lets messages through at its rate and in order', () => {
    const faults = new Faults(() => []);
    faults.set({ bytesPerSecond: 1000, delayMs: 500 });
    const sent: string[] = [];
    for (const letter of ['a', 'b']) faults.transmit(letter.repeat(1000), (message) => sent.push(message.slice(0, 1)));
    vi.advanceTimersByTime(1499);
    expect(sent).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(sent).toEqual(['a']);
    vi.advanceTimersByTime(1000);
    expect(sent).toEqual(['a', 'b']);
  });

  it('sends what is not JSON when told to', () => {
    const faults = new Faults(() => []);
    faults.set({ notJson: '<html>' });
    const sent: string[] = [];
    faults.transmit('{}', (message) => sent.push(message));
    expect(sent).toEqual(['<html>']);
  });
});
