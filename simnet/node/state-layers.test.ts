import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StateDiscarded, StateLayer } from './state-layers.ts';

const ITEMS = ['a'.repeat(64), 'b'.repeat(64), 'cc'];
const keyArb = fc
  .tuple(fc.constantFrom(...ITEMS), fc.constantFrom('', '00', '01', '0100', 'ff'))
  .map(([item, tail]) => (item === 'cc' ? 'cc' : item + tail));
const valueArb = fc.option(fc.uint8Array({ minLength: 1, maxLength: 2 }), { nil: undefined });
const changesArb = fc.array(fc.tuple(keyArb, valueArb), { maxLength: 6 }).map((pairs) => new Map(pairs));

type Model = ReadonlyMap<string, Uint8Array>;

function apply(model: Model, changes: ReadonlyMap<string, Uint8Array | undefined>): Model {
  const next = new Map(model);
  for (const [key, value] of changes) {
    if (value === undefined) next.delete(key);
    else next.set(key, value);
  }
  return next;
}

function expectSame(layer: StateLayer, model: Model): void {
  for (const prefix of ['', 'a', 'c', ...ITEMS, `${ITEMS[0] ?? ''}01`]) {
    const expected = [...model.keys()].filter((key) => key.startsWith(prefix)).sort();
    expect([...layer.keys(prefix)]).toEqual(expected);
  }
  for (const item of ITEMS) expect(layer.get(item)).toEqual(model.get(item));
  for (const [key, value] of model) expect(layer.get(key)).toEqual(value);
}

describe('state layers', () => {
  it('answer like one map per block, on every branch, whatever was built last', () => {
    const stepArb = fc.tuple(fc.nat(), changesArb);
    fc.assert(
      fc.property(changesArb, fc.array(stepArb, { minLength: 1, maxLength: 12 }), (genesis, steps) => {
        const first = apply(new Map(), genesis);
        const all: { layer: StateLayer; model: Model }[] = [{ layer: StateLayer.genesis(first), model: first }];
        for (const [pick, changes] of steps) {
          const parent = all[pick % all.length];
          if (parent === undefined) continue;
          all.push({ layer: parent.layer.after(changes), model: apply(parent.model, changes) });
        }
        for (const { layer, model } of all) expectSame(layer, model);
      }),
    );
  });

  it('say so when a state is no longer kept, and still answer for newer ones', () => {
    const one = Uint8Array.of(1);
    const genesis = StateLayer.genesis(new Map([['k', one]]));
    const first = genesis.after(new Map([['k', Uint8Array.of(2)]]));
    const second = first.after(new Map([['k', undefined]]));
    genesis.discard();
    first.becomeOldest();
    expect(() => genesis.get('k')).toThrow(StateDiscarded);
    expect(first.get('k')).toEqual(Uint8Array.of(2));
    expect(second.get('k')).toBeUndefined();
  });
});
