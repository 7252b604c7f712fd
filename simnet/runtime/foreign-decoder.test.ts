import { expandMetadata, Metadata, TypeRegistry } from '@polkadot/types';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildGenesis, devAccount } from '../scenarios/index.ts';
import { bareHex } from './hex.ts';
import { createRuntime, initRuntime } from './index.ts';
import { AlphaV2 } from './storage/stake.ts';
import { Account, Events } from './storage/system.ts';
import { TestChain } from './test-kit.ts';

// Another library reads what this runtime writes: an encoder checked only by itself proves nothing.
describe('a decoder nobody here wrote', () => {
  beforeAll(initRuntime);

  it('reads the events byte for byte and finds the same storage keys', () => {
    const runtime = createRuntime();
    const registry = new TypeRegistry();
    const metadata = new Metadata(registry, runtime.metadata(14));
    registry.setMetadata(metadata);
    const chain = new TestChain(runtime, buildGenesis('demo', 1));
    const hotkey = devAccount('Alice//hotkey').accountId;
    const charlie = devAccount('Charlie').accountId;
    chain.submit('Charlie', 'SubtensorModule', 'add_stake', { hotkey, netuid: 1, amount_staked: 10_000_000_000n });
    const added = chain.state.get(Events.keyOf());
    expect(registry.createType('Vec<FrameSystemEventRecord>', added).toU8a()).toEqual(added);
    chain.submit('Charlie', 'SubtensorModule', 'remove_stake', { hotkey, netuid: 4, amount_unstaked: 10_000_000_000n });
    const failed = chain.state.get(Events.keyOf());
    const decoded = registry.createType('Vec<FrameSystemEventRecord>', failed);
    expect(decoded.toU8a()).toEqual(failed);
    expect(JSON.stringify(decoded.toHuman())).toContain('{"Module":{"index":"7","error":"0x09000000"}}');

    const { query } = expandMetadata(registry, metadata);
    // Their keys carry a length prefix.
    const account = query['system']?.['account']?.(charlie);
    const alpha = query['subtensorModule']?.['alphaV2']?.(hotkey, charlie, 1);
    expect(bareHex(account ?? new Uint8Array()).endsWith(Account.keyOf(charlie))).toBe(true);
    expect(bareHex(alpha ?? new Uint8Array()).endsWith(AlphaV2.keyOf(hotkey, charlie, 1))).toBe(true);
    expect(AlphaV2.has(chain.state, hotkey, charlie, 1)).toBe(true);
  });
});
