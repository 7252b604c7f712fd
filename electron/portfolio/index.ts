export { createPortfolio, type PortfolioOptions, type PortfolioService } from './portfolio.ts';
