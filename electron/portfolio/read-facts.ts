import type { Coldkey } from '../../shared/units/index.ts';
import type { At, ChainClient } from '../chain/port.ts';
import type { PortfolioFacts } from './facts.ts';

const ATTEMPTS = 3;

const blocksOf = (...readings: readonly At<unknown>[]): Set<string> =>
  new Set(readings.map(({ block }) => block.blockHash));

/**
 * Balances, positions, prices and locks of one and the same block, asked in one round trip. A block that arrives in between
 * makes the answers differ; then all is asked again. Undefined when blocks come faster than answers.
 * @throws AppError chain.*
 */
export async function readFacts(chain: ChainClient, coldkeys: readonly Coldkey[]): Promise<PortfolioFacts | undefined> {
  const { existentialDeposit } = chain.constants();
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const [accounts, positions, prices, locks] = await Promise.all([
      chain.getAccounts(coldkeys),
      chain.getStakePositions(coldkeys),
      chain.getPrices(),
      chain.getStakeAvailabilities(coldkeys),
    ]);
    if (blocksOf(accounts, positions, prices, locks).size > 1) continue;
    return {
      block: accounts.block,
      existentialDeposit,
      accounts: accounts.value,
      positions: positions.value.filter(({ alpha }) => alpha > 0n),
      prices: prices.value,
      locks: locks.value.filter(({ locked }) => locked > 0n),
    };
  }
  return undefined;
}
