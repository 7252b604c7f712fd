import {
  blake2AsU8a,
  ed25519PairFromSeed,
  ed25519Sign,
  secp256k1PairFromSeed,
  secp256k1Sign,
} from '@polkadot/util-crypto';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildGenesis, devAccount } from '../../scenarios/index.ts';
import { freeOf } from '../balances/account.ts';
import { mintInto } from '../genesis.ts';
import { type AccountId, hexOf } from '../hex.ts';
import { createRuntime, initRuntime } from '../index.ts';
import { interfaceOf } from '../interface.ts';
import { Account } from '../storage/system.ts';
import { ask, blockHash, callOf, feeIn, type SignOptions, signedExtrinsic, TestChain } from '../test-kit.ts';
import { decodeExtrinsic } from './decode.ts';
import { birthOf, deathOf, decodeEra } from './era.ts';

const TAO = 1_000_000_000n;
const remark = { remark: new Uint8Array(8) };

describe('a signed extrinsic', () => {
  let chain: TestChain;
  beforeAll(initRuntime);
  beforeEach(() => {
    chain = new TestChain(createRuntime({ emission: false }), buildGenesis('edge', 1));
  });
  const check = (options: SignOptions, call = callOf('System', 'remark', remark)) => {
    const result = chain.runtime.validate(
      chain.state,
      signedExtrinsic(chain.runtime, chain.account('Alice'), call, options),
      chain.context,
    );
    return result.ok ? 'valid' : result.kind;
  };

  it('may be signed with ed25519 and ecdsa too', () => {
    const ed = ed25519PairFromSeed(new Uint8Array(32).fill(5));
    const ecdsa = secp256k1PairFromSeed(new Uint8Array(32).fill(6));
    const ecdsaId = blake2AsU8a(ecdsa.publicKey, 256);
    mintInto(chain.state, hexOf(ed.publicKey), TAO);
    mintInto(chain.state, hexOf(ecdsaId), TAO);
    const edSign = (payload: Uint8Array) => ({ kind: 0, signature: ed25519Sign(payload, ed), signer: ed.publicKey });
    const ecSign = (payload: Uint8Array) => ({
      kind: 2,
      signature: secp256k1Sign(payload, ecdsa, 'blake2'),
      signer: ecdsaId,
    });
    expect(check({ sign: edSign })).toBe('valid');
    expect(check({ sign: ecSign })).toBe('valid');
    expect(check({ sign: (payload) => ({ ...edSign(payload), signer: devAccount('Bob').publicKey }) })).toBe(
      'BadProof',
    );
    // Long payloads are hashed before they are signed.
    const long = callOf('System', 'remark', { remark: new Uint8Array(400) });
    expect(check({ sign: edSign }, long)).toBe('valid');
    expect(check({}, long)).toBe('valid');
  });

  it('is bound to spec version, genesis, metadata digest and era', () => {
    expect(check({})).toBe('valid');
    expect(check({ mode: 1 })).toBe('valid');
    expect(check({ mode: 1, digest: new Uint8Array(32) })).toBe('BadProof');
    expect(check({ specVersion: 1 })).toBe('BadProof');
    expect(check({ genesisHash: new Uint8Array(32) })).toBe('BadProof');
    for (let block = 0; block < 9; block += 1) chain.block();
    // Period 64, phase 8: born in block 8.
    const era = { bytes: Uint8Array.of(0x85, 0x00), birthHash: blockHash(8) };
    expect(check({ era })).toBe('valid');
    expect(check({ era: { ...era, birthHash: blockHash(7) } })).toBe('BadProof');
    expect(check({ era: { bytes: Uint8Array.of(0x75, 0x00), birthHash: blockHash(8) } })).toBe('BadProof');
  });

  it('dies with its birth block forgotten', () => {
    const bytes = signedExtrinsic(chain.runtime, chain.account('Alice'), callOf('System', 'remark', remark), {
      era: { bytes: Uint8Array.of(0x85, 0x00), birthHash: blockHash(8) },
    });
    const context = { ...chain.context, blockNumber: 70, hashOf: () => undefined };
    expect(chain.runtime.validate(chain.state, bytes, context)).toEqual({ ok: false, kind: 'AncientBirthBlock' });
  });

  it('waits for the nonces before it, and is refused for one behind', () => {
    const later = chain.runtime.validate(
      chain.state,
      chain.sign('Alice', 'System', 'remark', remark, { nonce: 3 }),
      chain.context,
    );
    const before = chain.runtime.validate(
      chain.state,
      chain.sign('Alice', 'System', 'remark', remark, { nonce: 2 }),
      chain.context,
    );
    expect(later.ok && before.ok ? later.requires : undefined).toEqual(before.ok ? before.provides : []);
    chain.runtime.initializeBlock(chain.state, chain.context, blockHash(0), []);
    const applied = chain.runtime.applyExtrinsic(
      chain.state,
      chain.sign('Alice', 'System', 'remark', remark, { nonce: 3 }),
      chain.context,
    );
    expect(applied).toEqual({ ok: false, kind: 'Future' });
    chain.submit('Alice', 'System', 'remark', remark);
    expect(check({ nonce: 0 })).toBe('Stale');
    expect(ask(chain, 'AccountNonceApi', 'account_nonce', chain.account('Alice').accountId)).toBe(1);
  });

  it('needs an account that exists and can pay', () => {
    const poor = ed25519PairFromSeed(new Uint8Array(32).fill(9));
    const sign = (payload: Uint8Array) => ({ kind: 0, signature: ed25519Sign(payload, poor), signer: poor.publicKey });
    expect(check({ sign })).toBe('Payment');
    mintInto(chain.state, hexOf(poor.publicKey), 10_000n);
    expect(check({ sign })).toBe('Payment');
    mintInto(chain.state, hexOf(poor.publicKey), 100_000n);
    expect(check({ sign })).toBe('valid');
    expect(check({ tip: 2_000_000n * TAO })).toBe('Payment');
  });

  it('pays what was quoted, tip on top, even when the call fails', () => {
    const bob = chain.account('Bob').accountId;
    for (const value of [TAO, 5_000_000n * TAO]) {
      const args = { dest: { type: 'Id', value: bob }, value };
      const bytes = chain.sign('Alice', 'Balances', 'transfer_keep_alive', args, { tip: 77n });
      const info = queryInfo(chain, bytes);
      const before = freeOf(chain.state, chain.account('Alice').accountId);
      const events = chain.block([bytes]);
      expect(feeIn(events)).toBe(info + 77n);
      const failed = events.some((event) => event.name === 'System.ExtrinsicFailed');
      expect(before - freeOf(chain.state, chain.account('Alice').accountId)).toBe(info + 77n + (failed ? 0n : value));
    }
  });

  it('is never anything but a refusal or itself, whatever the bytes', () => {
    const good = chain.sign('Alice', 'System', 'remark', remark);
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const bent = Uint8Array.from(good);
        bent[at] = (bent[at] ?? 0) ^ flip;
        expect(chain.runtime.validate(chain.state, bent, chain.context).ok).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        expect(chain.runtime.validate(chain.state, noise, chain.context).ok).toBe(false);
      }),
    );
    expect(() => decodeExtrinsic(new Uint8Array(), interfaceOf('mainnet').callCodec)).toThrow();
  });
});

function queryInfo(chain: TestChain, bytes: Uint8Array): bigint {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, bytes.length, true);
  const args = new Uint8Array([...bytes, ...length]);
  const reply = chain.runtime.call(chain.state, 'TransactionPaymentApi_query_info', args, chain.context);
  return new DataView(reply.buffer, reply.byteOffset).getBigUint64(reply.length - 8, true);
}

describe('eras', () => {
  it('begin and end around the current block', () => {
    const era = decodeEra(0x85, () => 0);
    expect(era).toEqual({ mortal: true, period: 64, phase: 8 });
    expect([8, 9, 71, 72].map((block) => birthOf(era, block))).toEqual([8, 8, 8, 72]);
    expect(deathOf(era, 9)).toBe(72);
    expect(decodeEra(0, () => 1)).toEqual({ mortal: false });
    expect(() => decodeEra(0x10, () => 0)).toThrow(RangeError);
  });
});

describe('account ids', () => {
  it('keep nonce and balance apart', () => {
    const who: AccountId = `0x${'22'.repeat(32)}`;
    const chain = new TestChain(createRuntime({ emission: false }), new Map());
    mintInto(chain.state, who, TAO);
    expect(Account.get(chain.state, who)).toMatchObject({ nonce: 0, providers: 1, data: { free: TAO } });
  });
});
