import { beforeAll, describe, expect, it } from 'vitest';
import { bookErrors } from '../runtime/books.ts';
import { createRuntime, initRuntime } from '../runtime/index.ts';
import { BasketIssues } from '../runtime/storage/baskets.ts';
import { RootClaimable } from '../runtime/storage/stake.ts';
import { TestChain } from '../runtime/test-kit.ts';
import { buildGenesis } from './index.ts';

describe.each(['demo', 'edge'] as const)('%s with root baskets', (scenario) => {
  beforeAll(initRuntime);

  it('keeps its books through its first epochs, and nothing is owed by subnet', () => {
    const genesis = buildGenesis(scenario, 1, { rootBaskets: true });
    const chain = new TestChain(createRuntime({ rootBaskets: true }), genesis, 'baskets');
    for (let block = 0; block < 25; block += 1) chain.block();
    expect(bookErrors(chain.state)).toEqual([]);
    expect([...RootClaimable.entries(chain.state)]).toEqual([]);
    if (scenario !== 'edge') expect([...BasketIssues.entries(chain.state)].length).toBeGreaterThan(10);
  });
});
