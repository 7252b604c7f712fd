import { os } from './implementer.ts';
import type { PortfolioService } from './services.ts';
import { streamLatest } from './stream.ts';

const api = os.portfolio;

export function implementPortfolio(portfolio: PortfolioService) {
  return api.router({
    watch: api.watch.handler(({ context, signal }) => streamLatest(portfolio.watch, context.streams, signal)),
    history: api.history.handler(({ input }) => portfolio.history(input)),
    earnedSince: api.earnedSince.handler(({ input }) => portfolio.earnedSince(input)),
    subnets: api.subnets.handler(() => portfolio.subnets()),
    validators: api.validators.handler(() => portfolio.validators()),
  });
}
