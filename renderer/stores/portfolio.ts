import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Portfolio } from '../../shared/contract/index.ts';
import type { AppErrorShape } from '../../shared/errors/index.ts';

export interface PortfolioCache {
  /** Carries the block it is true at. */
  readonly portfolio: Portfolio | undefined;
  /** When it came, by the clock of this device. */
  readonly receivedMs: number | undefined;
  /** Why it could not be read last time; the portfolio, if any, is older. */
  readonly error: AppErrorShape | undefined;
}

const EMPTY: PortfolioCache = { portfolio: undefined, receivedMs: undefined, error: undefined };

export const portfolioStore = createStore<PortfolioCache>(() => EMPTY);

/** Forgets all figures: another network, or the lock. */
export function clearPortfolio(): void {
  portfolioStore.setState(EMPTY);
}

export function usePortfolio(): PortfolioCache {
  return useStore(portfolioStore);
}
