import { beforeEach, describe, expect, it } from 'vitest';
import { freeOf } from '../runtime/balances/account.ts';
import { bookErrors } from '../runtime/books.ts';
import { Overlay } from '../runtime/overlay.ts';
import { heldOn } from '../runtime/stake/position.ts';
import { AlphaV2, RootStakeUnlockInterval } from '../runtime/storage/stake.ts';
import { NetworksAdded, SubnetTAO, TransferToggle } from '../runtime/storage/subnet.ts';
import { eventsOf } from '../runtime/test-kit.ts';
import { type Composed, composeNode } from './compose.ts';
import { Control } from './control.ts';

const TAO = 1_000_000_000n;

describe('what only governance could do', () => {
  let composed: Composed;
  let control: Control;
  beforeEach(async () => {
    composed = await composeNode({ scenario: 'demo', clock: 'chain', runtime: { emission: false } });
    control = new Control(composed);
  });
  const state = () => composed.node.chain.best.state;
  const events = () => eventsOf(new Overlay(state()));

  it('dissolves a subnet: its TAO goes to its stakers and nothing of it is left', () => {
    const before = state();
    const holders = [...AlphaV2.entries(before)]
      .filter(([[, , netuid]]) => netuid === 8)
      .map(([[, coldkey]]) => coldkey);
    const coldkeys = [...new Set(holders)];
    const held = coldkeys.map((coldkey) => heldOn(before, coldkey, 8));
    const total = held.reduce((sum, alpha) => sum + alpha, 0n);
    const pot = SubnetTAO.get(before, 8);
    const free = coldkeys.map((coldkey) => freeOf(before, coldkey));
    control.setSubnetGone(8);
    for (const [index, coldkey] of coldkeys.entries())
      expect(freeOf(state(), coldkey) - (free[index] ?? 0n)).toBe((pot * (held[index] ?? 0n)) / total);
    expect(NetworksAdded.has(state(), 8)).toBe(false);
    expect([...AlphaV2.entries(state())].some(([[, , netuid]]) => netuid === 8)).toBe(false);
    expect(events().filter(({ name }) => name === 'SubtensorModule.NetworkRemoved')).toMatchObject([{ value: 8 }]);
    expect(bookErrors(state())).toEqual([]);
    control.mine(3);
    expect(() => control.setSubnetGone(8)).toThrow(RangeError);
    expect(() => control.setSubnetGone(0)).toThrow(RangeError);
  });

  it('lets transfers be stopped and allowed again, and says so', () => {
    control.setTransfers(1, false);
    expect(TransferToggle.get(state(), 1)).toBe(false);
    expect(events().some(({ name }) => name === 'SubtensorModule.TransferToggle')).toBe(true);
    control.setTransfers(1, true);
    expect(TransferToggle.get(state(), 1)).toBe(true);
  });

  it('raises the smallest nomination and pays out the smaller ones', () => {
    const small = () =>
      [...AlphaV2.entries(state())].filter(([[, coldkey, netuid]]) => heldOn(state(), coldkey, netuid) < 100n * TAO);
    const before = small().length;
    control.setNominatorMinimum(100n * TAO);
    expect(small().length).toBeLessThan(before);
    expect(bookErrors(state())).toEqual([]);
  });

  it('holds root stake only where there are root baskets', async () => {
    expect(() => control.setRootHold(5n)).toThrow(RangeError);
    const baskets = await composeNode({ scenario: 'demo', clock: 'chain', rootBaskets: true });
    new Control(baskets).setRootHold(5n);
    expect(RootStakeUnlockInterval.get(baskets.node.chain.best.state)).toBe(5n);
  });
});
